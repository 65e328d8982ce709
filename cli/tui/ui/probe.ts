/**
 * Asks the terminal how wide it draws a line: one is drawn, then the terminal says where its cursor
 * stands. Without an answer within a fifth of a second lines are narrow, as nearly everywhere.
 * Keys that are pressed meanwhile are handed on to whoever reads the keys next.
 */
import { setAmbiguousWide } from "./ambiguous.ts";

const question = "\r─\u001b[6n";
const wipe = "\r\u001b[K";

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what terminals answer.
const answer = /\u001b\[\d+;(\d+)R/;

/** The column that was answered, and what came beside it; undefined while there is no answer. */
export function readAnswer(
  heard: string,
): { readonly column: number; readonly rest: string } | undefined {
  const found = answer.exec(heard);
  return found ? { column: Number(found[1]), rest: heard.replace(found[0], "") } : undefined;
}

type Keyboard = Pick<
  NodeJS.ReadStream,
  "isTTY" | "setRawMode" | "setEncoding" | "on" | "off" | "read" | "unshift"
>;
type Screen = Pick<NodeJS.WriteStream, "isTTY" | "write">;

/** Resolves once it is known, and set for all that is drawn. */
export async function probeTerminal(
  stdin: Keyboard = process.stdin,
  stdout: Screen = process.stdout,
  within = 200,
): Promise<void> {
  if (!stdin.isTTY || !stdout.isTTY) return;
  stdin.setEncoding("utf8");
  stdin.setRawMode(true);
  let heard = "";
  const column = await new Promise<number | undefined>((resolve) => {
    const read = () => {
      for (let piece = stdin.read(); piece !== null; piece = stdin.read()) heard += String(piece);
      const told = readAnswer(heard);
      if (!told) return;
      heard = told.rest;
      end(told.column);
    };
    const end = (now?: number) => {
      clearTimeout(timer);
      stdin.off("readable", read);
      resolve(now);
    };
    const timer = setTimeout(end, within);
    stdin.on("readable", read);
    stdout.write(question);
  });
  stdout.write(wipe);
  stdin.setRawMode(false);
  if (heard !== "") stdin.unshift(heard);
  setAmbiguousWide(column !== undefined && column > 2);
}
