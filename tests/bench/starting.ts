/** Whole processes from start to end: what somebody waits for after Enter. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, tell, timed } from "./figures.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");

const run = (args: readonly string[]) =>
  timed(async () => {
    const child = spawn(process.execPath, [...args], { stdio: "ignore" });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
  });

export async function benchStarting(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const demo = join(folder, "demo");
  await run([program, "demo", "--plain", "--out", demo]);
  const tally = [
    program,
    "--office",
    join(demo, "office"),
    "tally",
    "--period",
    "2022-H1",
    "--json",
  ];
  const runs = quick ? 5 : 21;
  const times = { none: [] as number[], tally: [] as number[] };
  await run(tally);
  for (let at = 0; at < runs; at++) {
    times.none.push(await run(["-e", "0"]));
    times.tally.push(await run(tally));
  }
  const value = median(times.tally);
  const limit = median(times.none);
  tell({
    figure: "taizhang tally --json on the sample",
    unit: "ms",
    value,
    beside: { "node -e 0": limit },
    ratio: value / limit,
    aim: "under 3.5",
    runs,
  });
  await rm(folder, { recursive: true, force: true });
}
