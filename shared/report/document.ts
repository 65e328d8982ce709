/**
 * A report as a tree, before it is text. A figure is an inline that holds its tally, so its
 * sources travel with it into every format.
 */
import type { FrozenReport } from "../ledger/frozen.ts";
import type { PeriodAct } from "../ledger/periods.ts";
import type { Tally } from "../tally/tally.ts";
import type { StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";

export type Inline =
  | { readonly type: "text"; readonly text: string } // the profile's words, and numbers of points
  | { readonly type: "figure"; readonly tally: Tally; readonly text: string }
  | { readonly type: "written"; readonly statement: StatementId; readonly text: string } // typed
  | { readonly type: "unwritten"; readonly statement: StatementId; readonly label: string };

/** The tree over any sort of inline: one frozen in the journal has its own. */
export type BlockOf<I> =
  | { readonly type: "title"; readonly lines: readonly (readonly I[])[] }
  | { readonly type: "addressee"; readonly inlines: readonly I[] }
  | { readonly type: "heading"; readonly number: string; readonly inlines: readonly I[] }
  | {
      readonly type: "section";
      readonly number: string;
      readonly heading: readonly I[];
      readonly inlines: readonly I[];
    }
  | { readonly type: "paragraph"; readonly inlines: readonly I[] }
  | { readonly type: "signature"; readonly inlines: readonly I[] };
export type Block = BlockOf<Inline>;

export interface Document {
  readonly period: Period;
  readonly blocks: readonly Block[];
  /** Where this is no composition of now, but what a closing froze. */
  readonly edition?: Edition;
}

/** One of the reports that were frozen for a period: each closing made one. */
export interface Edition {
  readonly number: number; // from 1, in the order of the closings
  readonly closing: PeriodAct;
  readonly report: FrozenReport;
  /** The closing that holds now; the others were reopened, or came second. */
  readonly counts: boolean;
}

/** The same tree with other inlines. */
export function mapInlines<A, B>(block: BlockOf<A>, change: (inline: A) => B): BlockOf<B> {
  switch (block.type) {
    case "title":
      return { type: block.type, lines: block.lines.map((line) => line.map(change)) };
    case "section": {
      const { type, number, heading, inlines } = block;
      return { type, number, heading: heading.map(change), inlines: inlines.map(change) };
    }
    case "heading":
      return { type: block.type, number: block.number, inlines: block.inlines.map(change) };
    case "addressee":
    case "paragraph":
    case "signature":
      return { type: block.type, inlines: block.inlines.map(change) };
  }
}

function blockInlines(block: Block): readonly Inline[] {
  switch (block.type) {
    case "title":
      return block.lines.flat();
    case "section":
      return [...block.heading, ...block.inlines];
    case "addressee":
    case "heading":
    case "paragraph":
    case "signature":
      return block.inlines;
  }
}

/** Every inline in reading order. */
export const inlinesOf = (document: Document): Inline[] => document.blocks.flatMap(blockInlines);

export type Figure = Extract<Inline, { type: "figure" }>;

/** Every figure in reading order. */
export const figuresOf = (document: Document): Figure[] =>
  inlinesOf(document).filter((inline) => inline.type === "figure");
