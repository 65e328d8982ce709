/** Where a command's words go: lines for people, or one JSON document for programs. */
import type { Writable } from "node:stream";

export interface Output {
  readonly json: boolean;
  /** The result: `lines` for people or `data` with --json, never both. */
  result(data: unknown, lines: () => readonly string[]): void;
  /** The same where making the lines needs code that a program reading JSON never loads. */
  resultLater(data: unknown, lines: () => Promise<readonly string[]>): Promise<void>;
  /** Beside the result: to people only, and never into a pipe that reads the result. */
  note(line: string): void;
  /** Something is under way; shown on a terminal, in one line that changes. */
  progress(line: string | undefined): void;
}

export function outputTo(
  stdout: Writable & { isTTY?: boolean },
  stderr: Writable & { isTTY?: boolean },
  json: boolean,
): Output {
  const line = (text: string) => `${text}\n`;
  const write = (lines: readonly string[]) => stdout.write(lines.map(line).join(""));
  const writeJson = (data: unknown) => stdout.write(line(JSON.stringify(data, undefined, 2)));
  return {
    json,
    result: (data, lines) => {
      if (json) writeJson(data);
      else write(lines());
    },
    resultLater: async (data, lines) => {
      if (json) writeJson(data);
      else write(await lines());
    },
    note: (text) => {
      if (!json) stderr.write(line(text));
    },
    progress: (text) => {
      if (!stderr.isTTY || json) return;
      stderr.write(`\r\u001b[K${text ?? ""}`);
    },
  };
}
