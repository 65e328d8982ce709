/**
 * A title over several lines, as official documents break it (GB/T 9704-2012, 7.3.1): where the
 * sense allows it, and in the shape of a trapezoid or a diamond.
 *
 * The lines that the profile's author gave are kept; only one that is too long for the type area
 * is broken further. No word, year, name in quotes or book title is broken, and no line begins
 * with what belongs to the one before.
 */
import { widthOf } from "./text-width.ts";

/** @param lines as given; each in the pieces (office, period, words) that it was made of */
export const titleLines = (
  lines: readonly (readonly string[])[],
  longest: number,
): readonly string[] => lines.flatMap((pieces) => breakLine(pieces, longest));

function breakLine(pieces: readonly string[], longest: number): readonly string[] {
  const text = pieces.join("");
  if (widthOf(text) <= longest) return [text];
  const parts = partsOf(pieces, longest);
  for (
    let count = Math.ceil(widthOf(text) / longest);
    count <= Math.min(parts.length, 4);
    count++
  ) {
    const best = divide(parts, count, longest)
      .map((lines) => ({ lines, cost: costOf(lines, longest) }))
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.cost - b.cost)[0];
    if (best) return best.lines;
  }
  return [text]; // one word as long as that: the reader's program breaks it
}

/** The smallest pieces that stay whole: by sense, and by words where a piece is too long itself. */
function partsOf(pieces: readonly string[], longest: number): string[] {
  return pieces
    .flatMap((piece) => piece.split(atSense))
    .flatMap((part) => (widthOf(part) > longest ? wordsOf(part) : [part]))
    .filter((part) => part !== "");
}

/** Behind a stop, a period and 的; before a year, 关于, a title in quotes and the report's sort. */
const atSense =
  /(?<=[，、；：》”）的])|(?<=[^0-9])(?=[0-9]{4}年)|(?<=年(?:上半年|下半年|度)?|季度|[月日])(?![度上下第0-9月日—至])|(?=关于|《|“)|(?=(?:工作|专题|情况|半年|年度|述职)?(?:报告|总结|汇报|通报)$)/u;

const words = new Intl.Segmenter("zh", { granularity: "word" });

function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    const belongsBefore = /^[的和与及、，》”）]/u.test(segment) && found.length > 0;
    if (belongsBefore) found[found.length - 1] += segment;
    else found.push(segment);
  }
  return found;
}

/** Every way to lay the parts on that many lines, in their order, none of them too long. */
function divide(parts: readonly string[], count: number, longest: number): string[][] {
  if (count === 1) return [[parts.join("")]];
  const ways: string[][] = [];
  let first = "";
  for (const [at, part] of parts.entries()) {
    first += part;
    if (parts.length - at < count || widthOf(first) > longest) break;
    for (const rest of divide(parts.slice(at + 1), count - 1, longest)) ways.push([first, ...rest]);
  }
  return ways;
}

/** Even lines are best, but not equal ones (a block), nor a narrow waist. */
function costOf(lines: readonly string[], longest: number): number {
  const widths = lines.map(widthOf);
  if (widths.some((width) => width > longest)) return Number.POSITIVE_INFINITY;
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
  const [first = 0, ...others] = widths;
  const isBlock = others.length > 0 && others.every((width) => width === first);
  const hasWaist = widths.some((width, at) => {
    const before = widths[at - 1];
    const after = widths[at + 1];
    return before !== undefined && after !== undefined && width < before && width < after;
  });
  const orphan = widths.some((width) => width < 4);
  return uneven + (isBlock ? 4 : 0) + (hasWaist ? 100 : 0) + (orphan ? 200 : 0);
}
