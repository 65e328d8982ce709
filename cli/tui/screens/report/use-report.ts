/** The report as lines of the screen, each knowing which figure it shows. */
import { useMemo } from "react";
import { compose } from "../../../../shared/report/compose.ts";
import type { Block, Figure, Inline } from "../../../../shared/report/document.ts";
import { figuresOf } from "../../../../shared/report/document.ts";
import { inlineText } from "../../../../shared/report/formats/text.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";
import { graphemesOf, widthOf } from "../../ui/width.ts";

export interface Span {
  readonly text: string;
  readonly figure?: number | undefined; // its place among the document's figures
  readonly unwritten?: boolean;
}
export type ReportLine = readonly Span[];

export function useReport(period: Period, width: number) {
  const { ledger } = useLedger();
  return useMemo(() => {
    const document = compose(ledger, period);
    const figures = document ? figuresOf(document) : [];
    const lines = document?.blocks.flatMap((block) => [...blockLines(block, figures, width), []]);
    return { lines: lines ?? [], figures };
  }, [ledger, period, width]);
}

function blockLines(block: Block, figures: readonly Figure[], width: number): ReportLine[] {
  const spans = (inlines: readonly Inline[]): Span[] =>
    inlines.map((inline) => ({
      text: inlineText(inline),
      figure: inline.type === "figure" ? figures.indexOf(inline) : undefined,
      unwritten: inline.type === "unwritten",
    }));
  switch (block.type) {
    case "title":
      return block.lines.flatMap((line) => wrapSpans(spans(line), width));
    case "addressee":
      return wrapSpans([...spans(block.inlines), { text: "：" }], width);
    case "heading":
      return wrapSpans([{ text: block.number }, ...spans(block.inlines)], width);
    case "section": {
      const stop = block.heading.length > 0 ? [{ text: "。" }] : [];
      const head = [{ text: block.number }, ...spans(block.heading), ...stop];
      return wrapSpans([...head, ...spans(block.inlines)], width);
    }
    case "paragraph":
    case "signature":
      return wrapSpans(spans(block.inlines), width);
  }
}

const closes = /[，。、；：！？）》」』”’%]/;

/** Lines of at most so many cells, the spans kept apart. */
function wrapSpans(spans: readonly Span[], width: number): ReportLine[] {
  const lines: Span[][] = [[]];
  let taken = 0;
  for (const span of spans) {
    let piece = "";
    const flush = () => {
      if (piece !== "") lines.at(-1)?.push({ ...span, text: piece });
      piece = "";
    };
    for (const one of graphemesOf(span.text)) {
      const cells = widthOf(one);
      if (taken + cells > width) {
        // No line begins with a stop: the character before it comes along.
        const carried = closes.test(one) ? (graphemesOf(piece).at(-1) ?? "") : "";
        piece = piece.slice(0, piece.length - carried.length);
        flush();
        lines.push([]);
        piece = carried;
        taken = widthOf(carried);
      }
      piece += one;
      taken += cells;
    }
    flush();
  }
  return lines;
}
