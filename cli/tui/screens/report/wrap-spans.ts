/** Where the lines of a text break that is set in Chinese, with figures marked in it. */
import { graphemesOf, widthOf } from "../../ui/width.ts";

/** A stretch of a line, with what it is to the reader. */
export interface Span {
  readonly text: string;
  readonly stop?: number | undefined; // its place among the stops
  readonly of?: "figure" | "written" | "unwritten" | undefined;
}

/** A character, and in which of the spans it stands. */
interface Sign {
  readonly text: string;
  readonly span: Span;
}

/**
 * How many characters come along to the next line: no line begins with a stop, and no number or
 * foreign word is torn apart, as long as something is left of the line.
 */
function carriedOf(line: readonly Sign[], { text: next }: Sign): number {
  const isStop = closes.test(next);
  if (!isStop && !joins.test(next)) return 0;
  const before = line.findLastIndex(({ text }) => !joins.test(text));
  const run = line.length - 1 - before;
  const fits = before >= 0 && run <= longest ? run : 0;
  return isStop ? Math.max(fits, Math.min(1, line.length - 1)) : fits;
}
const longest = 16;
const joins = /^[0-9A-Za-z.%]$/;
const closes = /[，。、；：！？）》」』”’%]/;

/** The spans kept apart that stand in a line. */
function spansOf(line: readonly Sign[]): Span[] {
  const spans: Span[] = [];
  let last: Span | undefined;
  for (const { text, span } of line) {
    const current = last === span ? spans.pop() : undefined;
    spans.push({ ...span, text: (current?.text ?? "") + text });
    last = span;
  }
  return spans;
}

/** Lines of at most so many cells, the spans kept apart; the first is shorter by its indent. */
export function wrapSpans(spans: readonly Span[], width: number, first = 0): Span[][] {
  const lines: Span[][] = [];
  let line: Sign[] = [];
  let taken = first;
  const signs = spans.flatMap((span) => graphemesOf(span.text).map((text) => ({ text, span })));
  for (const sign of signs) {
    const cells = widthOf(sign.text);
    if (taken + cells > width && taken > 0) {
      const carried = line.splice(line.length - carriedOf(line, sign));
      lines.push(spansOf(line));
      line = carried;
      taken = widthOf(carried.map(({ text }) => text).join(""));
    }
    line.push(sign);
    taken += cells;
  }
  return [...lines, spansOf(line)];
}
