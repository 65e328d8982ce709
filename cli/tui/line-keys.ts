/** Keys on one line that is typed over the table: the filter, or a day to go to. */
import type { Key } from "ink";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { insert, type Line, move, remove } from "./ui/text-edit.ts";
import { graphemesOf } from "./ui/width.ts";

export const typed = (line: Line, text: string): Line =>
  insert(line, toPlainLines(text).replaceAll("\n", " "));

/** What a key makes of the line, as in a shell; undefined for keys that do not edit. */
export function edited(line: Line, input: string, key: Key): Line | undefined {
  if (key.backspace) return remove(line, -1);
  if (key.delete) return remove(line, 0);
  if (key.leftArrow) return move(line, -1);
  if (key.rightArrow) return move(line, 1);
  if (key.home || (key.ctrl && input === "a")) return move(line, Number.NEGATIVE_INFINITY);
  if (key.end || (key.ctrl && input === "e")) return move(line, Number.POSITIVE_INFINITY);
  if (key.ctrl && input === "u") return withoutBefore(line, () => 0);
  if (key.ctrl && input === "w") return withoutBefore(line, wordStart);
  if (key.ctrl || key.meta || input === "") return undefined;
  return typed(line, input);
}

function withoutBefore({ text, at }: Line, start: (parts: readonly string[]) => number): Line {
  const parts = graphemesOf(text);
  const left = parts.slice(0, start(parts.slice(0, at)));
  return { text: [...left, ...parts.slice(at)].join(""), at: left.length };
}

/** Where the last word begins, blanks behind it included. */
function wordStart(parts: readonly string[]): number {
  let at = parts.length;
  while (at > 0 && parts[at - 1]?.trim() === "") at--;
  while (at > 0 && parts[at - 1]?.trim() !== "") at--;
  return at;
}
