/**
 * A line being edited: characters as people see them, and where the caret stands among them. No
 * key leaves half a character behind, and the caret is always within the line.
 */
import type { Key } from "ink";
import { drawable, graphemesOf, widthOf } from "./width.ts";

export interface Line {
  readonly text: string;
  readonly at: number; // in graphemes, from the beginning
}

/** Counted anew, because what meets at the caret may join into one character. */
const join = (before: readonly string[], after: readonly string[]): Line => ({
  text: [...before, ...after].join(""),
  at: graphemesOf(before.join("")).length,
});

export const lineOf = (text: string): Line => ({ text, at: graphemesOf(text).length });

export function insert({ text, at }: Line, typed: string): Line {
  const parts = graphemesOf(text);
  return join([...parts.slice(0, at), typed], parts.slice(at));
}

/** Takes away the character before the caret (-1) or behind it (0). */
export function remove(line: Line, where: -1 | 0): Line {
  return where < 0 ? cut(line, line.at - 1, line.at) : cut(line, line.at, line.at + 1);
}

export const move = (line: Line, by: number): Line => ({ ...line, at: within(line, line.at + by) });

const within = ({ text }: Line, at: number): number =>
  Math.max(0, Math.min(graphemesOf(text).length, at));

/** Takes away the characters from one place to another; the caret stands where they were. */
function cut({ text }: Line, from: number, to: number): Line {
  const parts = graphemesOf(text);
  return join(parts.slice(0, Math.max(0, from)), parts.slice(Math.max(0, to)));
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Where words begin and end, in graphemes. Chinese has words too, though no blanks. */
function wordsOf(text: string): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  let units = 0;
  const starts = [0, ...graphemesOf(text).map((one) => (units += one.length))];
  for (const { segment, index, isWordLike } of words.segment(text)) {
    while ((starts[at] ?? text.length) < index) at++;
    const from = at;
    while ((starts[at] ?? text.length) < index + segment.length) at++;
    if (isWordLike) found.push({ from, to: at });
  }
  return found;
}

/** The beginning of the word before the caret, or of the one in which it stands. */
const wordBefore = ({ text, at }: Line): number =>
  wordsOf(text).findLast(({ from }) => from < at)?.from ?? 0;

/** The end of the word behind the caret, or of the one in which it stands. */
const wordAfter = ({ text, at }: Line): number =>
  wordsOf(text).find(({ to }) => to > at)?.to ?? graphemesOf(text).length;

const first = 0;
const last = Number.POSITIVE_INFINITY;

const toStart = (line: Line): Line => ({ ...line, at: first });
const toEnd = (line: Line): Line => ({ ...line, at: within(line, last) });
const toWordBefore = (line: Line): Line => ({ ...line, at: wordBefore(line) });
const toWordAfter = (line: Line): Line => ({ ...line, at: wordAfter(line) });
const withoutWordBefore = (line: Line): Line => cut(line, wordBefore(line), line.at);
const withoutWordAfter = (line: Line): Line => cut(line, line.at, wordAfter(line));

/** What Ctrl with a letter does, as in a shell. */
const ctrlKeys: ReadonlyMap<string, (line: Line) => Line> = new Map([
  ["a", toStart],
  ["e", toEnd],
  ["b", (line) => move(line, -1)],
  ["f", (line) => move(line, 1)],
  ["d", (line) => remove(line, 0)],
  ["u", (line) => cut(line, first, line.at)],
  ["k", (line) => cut(line, line.at, last)],
  ["w", withoutWordBefore],
]);
const altKeys: ReadonlyMap<string, (line: Line) => Line> = new Map([
  ["b", toWordBefore],
  ["f", toWordAfter],
  ["d", withoutWordAfter],
]);

/**
 * What a key that edits makes of the line. Undefined for every other key, and for Backspace and
 * Delete in an empty line, where a field may have something else to take back.
 */
export function edit(line: Line, input: string, key: Key): Line | undefined {
  const byWord = key.ctrl || key.meta;
  if (key.backspace || key.delete) {
    if (line.text === "") return undefined;
    const isForward = key.delete && !key.backspace;
    if (byWord) return isForward ? withoutWordAfter(line) : withoutWordBefore(line);
    return remove(line, isForward ? 0 : -1);
  }
  if (key.leftArrow) return byWord ? toWordBefore(line) : move(line, -1);
  if (key.rightArrow) return byWord ? toWordAfter(line) : move(line, 1);
  if (key.home) return toStart(line);
  if (key.end) return toEnd(line);
  if (key.ctrl) return ctrlKeys.get(input)?.(line);
  return key.meta ? altKeys.get(input)?.(line) : undefined;
}

/** What is visible in so many cells, and in which of them the caret stands. */
export function view({ text, at }: Line, cells: number): { shown: string; caret: number } {
  const parts = graphemesOf(text);
  const widths = parts.map(widthOf);
  let start = at;
  let caret = 0;
  while (start > 0 && caret + (widths[start - 1] ?? 0) <= cells - 1) caret += widths[--start] ?? 0;
  let shown = "";
  let taken = 0;
  for (const [index, one] of parts.slice(start).entries()) {
    taken += widths[start + index] ?? 0;
    if (taken > cells) break;
    shown += one;
  }
  return { shown: drawable(shown), caret };
}
