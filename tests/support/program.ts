/** The built program, run as a person or a script would run it. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Chinese unless told, no colours, and nothing of this machine's own settings. */
const environment = (more: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH ?? "",
  HOME: "/nonexistent",
  LANG: "zh_CN.UTF-8",
  NO_COLOR: "1",
  ...more,
});

export function start(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: environment(more),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export function run(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = start(args, more);
    let out = "";
    let err = "";
    child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      out += piece;
    });
    child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
      err += piece;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}
