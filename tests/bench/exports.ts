/**
 * A year on its way out: the whole command by format, with its peak memory; and the writer of
 * workbooks beside the bare library that writes the same cells.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleScreen } from "./bundle.ts";
import { officeOfEntries } from "./entry-office.ts";
import { median, tell } from "./figures.ts";
import { type Ran, runToEnd as run } from "./spawned.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");

async function benchCommand(office: string, period: string, name: string, rounds: number) {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const started = await run([program, "--office", office, "tally", "study", "--period", period]);
  for (const format of ["xlsx", "csv", "json", "ndjson"]) {
    const days = format.endsWith("json") ? [] : ["--period", period];
    const target = join(folder, format === "csv" ? `${name}-csv` : `${name}.${format}`);
    const runs: Ran[] = [];
    for (let round = 0; round < rounds; round++) {
      await rm(target, { recursive: true, force: true });
      const args = ["--office", office, "export", target, "--format", format, ...days];
      runs.push(await run([program, ...args]));
    }
    tell({
      figure: `taizhang export --format ${format}, ${name}`,
      unit: "ms",
      value: median(runs.map(({ ms }) => ms)),
      beside: { "taizhang tally, opening the same ledger": started.ms },
      runs: rounds,
    });
    tell({
      figure: `taizhang export --format ${format}, ${name}: peak memory`,
      unit: "MiB",
      value: median(runs.map(({ mib }) => mib)),
      beside: { "taizhang tally, opening the same ledger": started.mib },
      aim: "under 512",
      runs: rounds,
    });
  }
  await rm(folder, { recursive: true, force: true });
}

/** Each in a process of its own, the order reversed each round. */
async function benchWriters(folder: string, rows: number, rounds: number): Promise<void> {
  const bundle = await bundleScreen(join(import.meta.dirname, "workbook-writer.ts"), folder);
  const writers = ["ours", "write-excel-file"] as const;
  const runs = { ours: [] as Ran[], "write-excel-file": [] as Ran[] };
  for (let round = 0; round < rounds; round++) {
    for (const writer of round % 2 === 0 ? writers : writers.toReversed()) {
      const file = join(folder, `${writer}.xlsx`);
      runs[writer].push(await run([bundle, writer, String(rows), file]));
    }
  }
  const of = (writer: keyof typeof runs, unit: "ms" | "mib") =>
    median(runs[writer].map((ran) => ran[unit]));
  for (const unit of ["ms", "mib"] as const) {
    tell({
      figure: `a workbook of ${rows} rows of 15 cells${unit === "ms" ? "" : ": peak memory"}`,
      unit: unit === "ms" ? "ms" : "MiB",
      value: of("ours", unit),
      beside: { "write-excel-file 4.1.1": of("write-excel-file", unit) },
      ratio: of("ours", unit) / of("write-excel-file", unit),
      aim: unit === "ms" ? "under 1" : "under 0.5",
      runs: rounds,
    });
  }
}

export async function benchExports(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const demo = join(folder, "demo");
  await run([program, "demo", "--plain", "--out", demo]);
  await benchCommand(join(demo, "office"), "2022-H1", "the sample", quick ? 1 : 3);
  const count = quick ? 10_000 : 100_000;
  const office = await officeOfEntries(folder, count);
  await benchCommand(office, "2022", `a year of ${count} entries`, quick ? 1 : 3);
  await benchWriters(folder, count, quick ? 1 : 3);
  await rm(folder, { recursive: true, force: true });
}
