/**
 * A report as a tree, before it is text. A figure is an inline that holds its tally, so its
 * sources travel with it into every format.
 */
import type { Tally } from "../tally/tally.ts";
import type { StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";

export type Inline =
  | { readonly type: "text"; readonly text: string } // the profile's words, and numbers of points
  | { readonly type: "figure"; readonly tally: Tally; readonly text: string }
  | { readonly type: "written"; readonly statement: StatementId; readonly text: string } // typed
  | { readonly type: "unwritten"; readonly statement: StatementId; readonly label: string };

export type Block =
  | { readonly type: "title"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: "addressee"; readonly inlines: readonly Inline[] }
  | { readonly type: "heading"; readonly number: string; readonly inlines: readonly Inline[] }
  | {
      readonly type: "section";
      readonly number: string;
      readonly heading: readonly Inline[];
      readonly inlines: readonly Inline[];
    }
  | { readonly type: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly type: "signature"; readonly inlines: readonly Inline[] };

export interface Document {
  readonly period: Period;
  readonly blocks: readonly Block[];
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
