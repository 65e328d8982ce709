/** A process run to its end: how long it took, what memory it had at most, what it said. */
import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Ran {
  readonly ms: number;
  readonly mib: number;
  readonly out: string;
}

/** Says how much memory a process took at most, as its last line. */
const telling =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('%5Cnpeak '+process.resourceUsage().maxRSS))";

export async function runToEnd(args: readonly string[]): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", telling, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    out += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  const [code] = await once(child, "close");
  const peak = /\npeak (\d+)$/.exec(said)?.[1];
  if (code !== 0 || peak === undefined) throw new Error(`${args.join(" ")} ended: ${code} ${said}`);
  return { ms: performance.now() - began, mib: Number(peak) / 1024, out };
}
