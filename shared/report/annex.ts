/**
 * The annex (数据出处) of a report, as data: every figure with its rule and its records, and the
 * figures by unit. Each format draws it its own way.
 *
 * A figure stands here once, however often the report says it. Its records are those of its tally:
 * a recount from this list gives the value again.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { Scope, Wording } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import { once } from "../tally/once.ts";
import { profileFor } from "../tally/profile-for.ts";
import type { DayRange } from "../tally/scope.ts";
import type { Tally } from "../tally/tally.ts";
import type { IndicatorId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import { type Document, figuresOf } from "./document.ts";
import { type Source, sourcesOf } from "./explain.ts";
import { sayPrinting, sayQuestion, sayRange } from "./question-words.ts";
import { type UnitTable, unitTableOf } from "./unit-table.ts";

export interface AnnexFigure {
  readonly number: number; // 1, 2, … as the report first says them
  readonly id: IndicatorId;
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly printed: readonly string[]; // as it stands in the report, each way once
  readonly asked: string; // in words
  readonly printing: string; // in words; empty where the value is printed as it is
  readonly rule: string; // all of it: what was asked, of which days, and how it is printed
  readonly scope: Scope;
  readonly wording: Wording;
  readonly range: DayRange;
  readonly count: number; // of the records
  /** By day, then by name; listed on first reading. */
  readonly sources: readonly Source[];
}

export interface Annex {
  readonly period: Period;
  readonly office: string;
  readonly figures: readonly AnnexFigure[];
  /** What can be said by unit; undefined where no figure differs between units. */
  readonly units: UnitTable | undefined;
}

/** @param now the ledger that the document was composed from; of a frozen one, that of its closing */
export function annexOf(document: Document, now: Ledger): Annex {
  const { period } = document;
  const { ledger, profile } = profileFor(now, period) ?? { ledger: now, profile: undefined };
  const byIndicator = Map.groupBy(figuresOf(document), ({ tally }) => tally.indicator.id);
  const figures = [...byIndicator.values()].flatMap((said, at) => {
    const tally = said[0]?.tally;
    const printed = [...new Set(said.map(({ text }) => text))];
    return tally ? [figureOf(document, tally, at + 1, printed, ledger, profile)] : [];
  });
  const tallies = [...byIndicator.values()].flatMap(([first]) => (first ? [first.tally] : []));
  return {
    period,
    office: profile?.office.name ?? "",
    figures,
    units: unitTableOf(tallies, ledger, period),
  };
}

function figureOf(
  document: Document,
  tally: Tally,
  number: number,
  printed: readonly string[],
  ledger: Ledger,
  profile: Profile | undefined,
): AnnexFigure {
  const { indicator, range, value, rule: wording } = tally;
  const { id, label, unit, question, scope } = indicator;
  const asked = profile ? sayQuestion(question, profile) : "";
  const printing = sayPrinting(indicator);
  const parts = [asked, sayRange(range), printing];
  const sources = once(() => sourcesOf(document, tally, ledger));
  return {
    number,
    id,
    label,
    value,
    unit,
    printed,
    asked,
    printing,
    rule: parts.filter(Boolean).join("；"),
    scope,
    wording,
    range,
    count: tally.sources.length,
    get sources() {
      return sources();
    },
  };
}
