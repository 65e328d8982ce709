/**
 * Under each figure of a report: its indicator, value, printed text, rule, scope and source
 * records. A figure without a record behind it (a 0, a number of the profile's own units) says so
 * by having none.
 */
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isDisputed } from "../ledger/trail.ts";
import type { Scope, Wording } from "../profile/indicator.ts";
import { type PlainTally, plainTally } from "../tally/plain-tally.ts";
import type { Tally } from "../tally/tally.ts";
import type { EntryId, PositionId, ProblemId, PublicationId } from "../words/ids.ts";
import { type Document, figuresOf } from "./document.ts";

export interface Source {
  readonly id: string;
  readonly type?: "entry" | "problem" | "position" | "publication" | undefined;
  readonly on?: string | undefined; // a position: the day it was opened
  readonly title?: string | undefined;
  /** Two people disagree on it, and nobody has settled that yet. */
  readonly disputed?: true | undefined;
}
export interface ExplainedFigure {
  readonly printed: string; // as it stands in the report, with its unit word
  readonly tally: PlainTally;
  readonly scope: Scope;
  readonly wording: Wording;
  readonly sources: readonly Source[];
}

/** In the order of the report; a figure that stands in two places is explained in both. */
export const explain = (document: Document, ledger: Ledger): ExplainedFigure[] =>
  figuresOf(document).map(({ tally, text }) => ({
    printed: text,
    tally: plainTally(tally),
    scope: tally.indicator.scope,
    wording: tally.rule,
    sources: sourcesOf(document, tally, ledger),
  }));

/**
 * The records behind a figure of that document, in the order of their days; a frozen figure knows
 * them by name only, so they are put in order here.
 */
export function sourcesOf(
  { edition }: Document,
  { sources }: Pick<Tally, "sources">,
  ledger: Ledger,
): Source[] {
  const found = sources.map((id) => sourceOf(ledger, id));
  return edition ? found.sort((a, b) => compareDays(a.on, b.on)) : found;
}

const compareDays = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0);

/** A source by its id: its day and title; nothing more for what is a name of the profile. */
export function sourceOf(ledger: Ledger, id: string): Source {
  const entry = findEntry(ledger.entries, id as EntryId);
  const problem = ledger.problems.get(id as ProblemId);
  const position = ledger.positions.get(id as PositionId);
  const publication = ledger.publications.get(id as PublicationId);
  const record = entry ?? problem ?? position ?? publication;
  if (!record) return { id };
  const disputed = isDisputed(record) ? ({ disputed: true } as const) : {};
  if (entry) return { id, type: "entry", on: entry.on, title: entry.title, ...disputed };
  if (problem) return { id, type: "problem", on: problem.on, title: problem.title, ...disputed };
  if (publication) {
    const { on, title } = publication;
    return { id, type: "publication", on, title, ...disputed };
  }
  return { id, type: "position", on: position?.opened, title: position?.name, ...disputed };
}
