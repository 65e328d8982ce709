/**
 * What became of a frozen report (更正): figure by figure the value that was frozen, the value now,
 * and the records that make the difference; and statements that read otherwise now. The frozen
 * report itself is never touched by any of it.
 */
import { countChangedSince } from "../ledger/changed-since.ts";
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statementKey } from "../ledger/periods.ts";
import type { Tracked } from "../ledger/trail.ts";
import type { Indicator } from "../profile/indicator.ts";
import { profileFor } from "../tally/profile-for.ts";
import { type Tally, tally } from "../tally/tally.ts";
import type { EntryId, PositionId, ProblemId, PublicationId, StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import type { Edition } from "./document.ts";
import { type Source, sourceOf } from "./explain.ts";
import { thawFigures } from "./thaw.ts";

type Printed = Pick<Tally, "value" | "text">;

export interface FigureDifference {
  readonly indicator: Indicator;
  readonly frozen: Printed;
  readonly now: Printed;
  readonly came: readonly Source[]; // counted now, and not then
  readonly went: readonly Source[]; // counted then, and not now
  readonly changed: readonly Source[]; // counted both times, and amended since
}
export interface StatementDifference {
  readonly statement: StatementId;
  readonly label: string;
  readonly frozen: string;
  readonly now: string;
}
export interface Difference {
  readonly figures: readonly FigureDifference[];
  readonly statements: readonly StatementDifference[];
}

export function differenceOf(ledger: Ledger, period: Period, edition: Edition): Difference {
  const frozen = [...thawFigures(ledger, period, edition).values()];
  const { seq } = edition.report.ledger;
  // Listing the records of every figure takes long; where none was written since, none was exchanged.
  const isSure = ledger.lostPasts.length === 0; // or numbers of then may mean other lines now
  const isStill = isSure && countChangedSince(ledger, period, (of) => of <= seq) === 0;
  return {
    figures: frozen.flatMap((then) => figureDifference(ledger, period, edition, then, isStill)),
    statements: statementDifferences(ledger, period, edition),
  };
}

function figureDifference(
  ledger: Ledger,
  period: Period,
  { report }: Edition,
  then: Tally,
  isStill: boolean,
): FigureDifference[] {
  const { indicator } = then;
  const now = tally(ledger, indicator, period);
  const isSame = then.value === now.value && then.text === now.text;
  if (isSame && isStill) return [];
  const [before, after] = [new Set(then.sources), new Set(now.sources)];
  const came = now.sources.filter((id) => !before.has(id));
  const went = then.sources.filter((id) => !after.has(id));
  if (isSame && came.length === 0 && went.length === 0) return [];
  const { seq } = report.ledger;
  const changed = now.sources.filter(
    (id) => before.has(id) && findTracked(ledger, id)?.trail.seqs.some((touched) => touched > seq),
  );
  const sources = (ids: readonly string[]) => ids.map((id) => sourceOf(ledger, id));
  return [
    {
      indicator,
      frozen: { value: then.value, text: then.text },
      now: { value: now.value, text: now.text },
      came: sources(came),
      went: sources(went),
      changed: sources(changed),
    },
  ];
}

const findTracked = (ledger: Ledger, id: string): Tracked | undefined =>
  findEntry(ledger.entries, id as EntryId) ??
  ledger.problems.get(id as ProblemId) ??
  ledger.publications.get(id as PublicationId) ??
  ledger.positions.get(id as PositionId);

function statementDifferences(
  ledger: Ledger,
  period: Period,
  { report }: Edition,
): StatementDifference[] {
  const slots = profileFor(ledger, period)?.profile.statements ?? [];
  return slots.flatMap(({ id: statement, label }) => {
    const frozen = report.statements.find((one) => one.statement === statement)?.text ?? "";
    const now = ledger.statements.get(statementKey(period.id, statement))?.text ?? "";
    return frozen === now ? [] : [{ statement, label, frozen, now }];
  });
}
