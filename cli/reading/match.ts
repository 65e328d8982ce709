/** What a query means for one entry. Everything that can be decided once is decided beforehand. */
import type { Entry } from "../../shared/ledger/entries.ts";
import { isDisputed, isVoided } from "../../shared/ledger/trail.ts";
import type { Facet, Query, QueryName, State, Term } from "./query.ts";
import { isCorrection, isPending } from "./states.ts";
import { holding, type Sounds } from "./words-match.ts";

export type Match = (entry: Entry) => boolean;

export interface MatchContext {
  readonly names: Readonly<Record<Facet, readonly QueryName[]>>;
  /** The confirmed ledger's number as it is then: what has a later one is not sent yet. */
  readonly seq: () => number;
  readonly member: string;
  readonly sounds?: Sounds | undefined;
}

export function matchOf({ terms }: Pick<Query, "terms">, context: MatchContext): Match {
  const tests = terms.map((term) => testOf(term, context));
  return (entry) => tests.every((test) => test(entry));
}

function testOf(term: Term, context: MatchContext): Match {
  switch (term.of) {
    case "text":
      return textTest(term.text, context);
    case "kind":
      return ({ kind }) => kind === term.id;
    case "unit":
      return ({ units }) => (units as readonly string[]).includes(term.id);
    case "mark":
      return ({ marks }) => (marks as readonly string[]).includes(term.id);
    case "days":
      return ({ on }) => term.from <= on && on <= term.to;
    case "is":
      return stateTest(term.state, context);
  }
}

function stateTest(state: State, { seq, member }: MatchContext): Match {
  switch (state) {
    case "voided":
      return isVoided;
    case "disputed":
      return isDisputed;
    case "late":
      return isCorrection;
    case "pending":
      return (entry) => isPending(entry, seq());
    case "mine":
      return ({ trail }) => trail.by === member;
  }
}

/** Title, place, note and id hold it; or the label of its kind, a unit or a mark does. */
function textTest(text: string, { names, sounds }: MatchContext): Match {
  const holds = holding(text, sounds);
  const named = (facet: Facet) =>
    new Set(names[facet].filter(({ label }) => holds(label)).map(({ id }) => id));
  const kinds = named("kind");
  const units = named("unit");
  const marks = named("mark");
  return (entry) =>
    kinds.has(entry.kind) ||
    holds(entry.title) ||
    (units.size > 0 && entry.units.some((id) => units.has(id))) ||
    (marks.size > 0 && entry.marks.some((id) => marks.has(id))) ||
    holds(entry.place) ||
    holds(entry.note) ||
    entry.id === text;
}
