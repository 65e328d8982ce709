/** Under each figure of a report: its indicator, value, printed text, rule and source records. */
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type PlainTally, plainTally } from "../tally/plain-tally.ts";
import type { EntryId, PositionId, ProblemId } from "../words/ids.ts";
import { type Document, figuresOf } from "./document.ts";

export interface Source {
  readonly id: string;
  readonly on?: string | undefined;
  readonly title?: string | undefined;
}
export interface ExplainedFigure {
  readonly printed: string; // as it stands in the report, with its unit word
  readonly tally: PlainTally;
  readonly sources: readonly Source[];
}

export const explain = (document: Document, ledger: Ledger): ExplainedFigure[] =>
  figuresOf(document).map(({ tally, text }) => ({
    printed: text,
    tally: plainTally(tally),
    sources: tally.sources.map((id) => sourceOf(ledger, id)),
  }));

/** A source by its id: its day and title; nothing more for what is a name of the profile. */
export function sourceOf(ledger: Ledger, id: string): Source {
  const entry = findEntry(ledger.entries, id as EntryId);
  if (entry) return { id, on: entry.on, title: entry.title };
  const problem = ledger.problems.get(id as ProblemId);
  if (problem) return { id, on: problem.on, title: problem.title };
  const position = ledger.positions.get(id as PositionId);
  return position ? { id, on: position.opened, title: position.name } : { id };
}
