/**
 * The report as lines of the screen: titles in the middle, paragraphs indented as on paper. Each
 * line knows where it stands in the document, each stretch of it which figure or statement it is.
 */
import type { Block, Document, Figure, Inline } from "../../../../shared/report/document.ts";
import { inlineText, stopAfter } from "../../../../shared/report/formats/text.ts";
import { widthOf } from "../../ui/width.ts";
import { type Span, wrapSpans } from "./wrap-spans.ts";

/** What the cursor goes to: a figure, or all of a statement. */
export type Stop =
  | { readonly type: "figure"; readonly figure: Figure }
  | { readonly type: "statement"; readonly statement: string; readonly written: boolean };

/** A place that another width, and another period with the same outline, have too. */
export interface Place {
  readonly heading: number; // how many headings stand before it
  readonly block: number; // after that heading
  readonly line: number; // of that block
}

export interface ReportLine extends Place {
  readonly spans: readonly Span[];
  readonly isHeading: boolean;
  /** Where its first character stands in its block's text. */
  readonly from: number;
}

export interface Layout {
  readonly lines: readonly ReportLine[];
  readonly stops: readonly Stop[];
  /** The line on which each stop begins. */
  readonly lineOfStop: readonly number[];
  /** Of each block the text, and its first line. */
  readonly blocks: readonly { readonly text: string; readonly first: number }[];
}

const indent = 4; // cells: two characters

export function layOut(document: Document, width: number): Layout {
  const stops: Stop[] = [];
  const byStatement = new Map<string, number>();
  const stopOf = (inline: Inline): number | undefined => {
    if (inline.type === "text") return undefined;
    if (inline.type === "figure") return stops.push({ type: "figure", figure: inline }) - 1;
    const { statement, type } = inline;
    const known = byStatement.get(statement);
    if (known !== undefined) return known;
    const at = stops.push({ type: "statement", statement, written: type === "written" }) - 1;
    byStatement.set(statement, at);
    return at;
  };
  const lines: ReportLine[] = [];
  const blocks: { text: string; first: number }[] = [];
  let place = { heading: 0, block: 0 };
  for (const block of document.blocks) {
    const isHeading = block.type === "heading";
    place = isHeading
      ? { heading: place.heading + 1, block: 0 }
      : { ...place, block: place.block + 1 };
    const first = lines.length;
    let text = "";
    let line = 0;
    for (const row of rowsOf(block, stopOf)) {
      for (const spans of wrapSpans(row, width, isIndented(block) ? indent : 0)) {
        const placed = placeSpans(block, spans, width, line);
        lines.push({ spans: placed, isHeading, from: text.length, ...place, line: line++ });
        text += spans.map((span) => span.text).join("");
      }
    }
    lines.push({ spans: [], isHeading: false, from: text.length, ...place, line });
    blocks.push({ text, first });
  }
  const lineOfStop = stops.map(() => 0);
  for (let at = lines.length - 1; at >= 0; at--) {
    for (const { stop } of lines[at]?.spans ?? []) if (stop !== undefined) lineOfStop[stop] = at;
  }
  return { lines, stops, lineOfStop, blocks };
}

const isIndented = ({ type }: Block): boolean => type === "section" || type === "paragraph";

function rowsOf(block: Block, stopOf: (inline: Inline) => number | undefined): Span[][] {
  const spans = (inlines: readonly Inline[]): Span[] =>
    inlines.map((inline) => ({
      text: inlineText(inline),
      stop: stopOf(inline),
      of: inline.type === "text" ? undefined : inline.type,
    }));
  switch (block.type) {
    case "title":
      return block.lines.map(spans);
    case "addressee":
      return [[...spans(block.inlines), { text: "：" }]];
    case "heading":
      return [[{ text: block.number }, ...spans(block.inlines)]];
    case "section": {
      const stop = { text: stopAfter(block.heading) };
      const head = [{ text: block.number }, ...spans(block.heading), stop];
      return [[...head, ...spans(block.inlines)]];
    }
    case "paragraph":
    case "signature":
      return [spans(block.inlines)];
  }
}

/** Blanks before a line: titles stand in the middle, the signature on the right. */
function placeSpans({ type }: Block, spans: readonly Span[], width: number, line: number): Span[] {
  const room = width - widthOf(spans.map(({ text }) => text).join(""));
  const blanks =
    type === "title"
      ? Math.floor(room / 2)
      : type === "signature"
        ? room
        : (type === "section" || type === "paragraph") && line === 0
          ? indent
          : 0;
  return blanks > 0 ? [{ text: " ".repeat(blanks) }, ...spans] : [...spans];
}
