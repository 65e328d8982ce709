/**
 * The annex (数据出处) of a report, as data: every figure with its rule and its records, and the
 * figures by unit. Each format draws it its own way.
 *
 * A figure stands here once, however often the report says it. Its records are those of its tally:
 * a recount from this list gives the value again, so what is added up stands with each record.
 * Where they are those of an earlier figure, it names that one: each set of records is read once.
 */
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Question, Scope, Wording } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import { once } from "../tally/once.ts";
import { profileFor } from "../tally/profile-for.ts";
import type { DayRange } from "../tally/scope.ts";
import type { Tally } from "../tally/tally.ts";
import type { EntryId, IndicatorId, PositionId } from "../words/ids.ts";
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
  readonly sources: readonly AnnexRecord[];
  /** What is added up over them, by this figure or one that has its records from here. */
  readonly sums: ReadonlySet<Sum>;
  /** The earlier figure with exactly these records; never one that has them from another itself. */
  readonly sameAs?: Numbered | undefined;
}
type Numbered = Pick<AnnexFigure, "number" | "label">;
export type Sum = "quantity" | "attendance";
export type AnnexRecord = Source & Partial<Readonly<Record<Sum, number>>>;

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
  const findSame = lookForSame();
  const figures = [...byIndicator.values()].flatMap((said, at) => {
    const tally = said[0]?.tally;
    if (!tally) return [];
    const printed = [...new Set(said.map(({ text }) => text))];
    const listed = {
      number: at + 1,
      label: tally.indicator.label,
      sums: new Set(sumsOf(tally.indicator.question)),
    };
    const sameAs = findSame(listed, tally.sources);
    return [figureOf({ ...listed, tally, printed, sameAs }, document, ledger, profile)];
  });
  const tallies = [...byIndicator.values()].flatMap(([first]) => (first ? [first.tally] : []));
  return {
    period,
    office: profile?.office.name ?? "",
    figures,
    units: unitTableOf(tallies, ledger, period),
  };
}

/** Asked of one figure after the other: which of those before it has the very same records. */
function lookForSame() {
  type Listed = Numbered & { readonly sums: Set<Sum> };
  const listed = new Map<number, { readonly figure: Listed; readonly names: Set<string> }[]>();
  return (figure: Listed, sources: readonly string[]): Numbered | undefined => {
    if (sources.length === 0) return undefined;
    const alike = listed.get(sources.length) ?? [];
    const found = alike.find(({ names }) => sources.every((name) => names.has(name)));
    if (found) {
      for (const sum of figure.sums) found.figure.sums.add(sum);
      const { number, label } = found.figure;
      return { number, label };
    }
    listed.set(sources.length, [...alike, { figure, names: new Set(sources) }]);
    return undefined;
  };
}

function sumsOf(question: Question): Sum[] {
  if (question.of === "rate" || !("measure" in question)) return [];
  if (question.measure === "sum-quantity") return ["quantity"];
  return question.measure === "sum-attendance" ? ["attendance"] : [];
}

/** With its amounts, as far as it has any. */
function withAmounts(ledger: Ledger, source: Source): AnnexRecord {
  const { quantity, attendance } = {
    ...ledger.positions.get(source.id as PositionId),
    ...findEntry(ledger.entries, source.id as EntryId),
  };
  return {
    ...source,
    ...(quantity === undefined ? {} : { quantity }),
    ...(attendance === undefined ? {} : { attendance }),
  };
}

function figureOf(
  said: Numbered & Pick<AnnexFigure, "printed" | "sameAs" | "sums"> & { readonly tally: Tally },
  document: Document,
  ledger: Ledger,
  profile: Profile | undefined,
): AnnexFigure {
  const { tally, ...numbered } = said;
  const { indicator, range, value, rule: wording } = tally;
  const { id, unit, question, scope } = indicator;
  const asked = profile ? sayQuestion(question, profile) : "";
  const printing = sayPrinting(indicator);
  const parts = [asked, sayRange(range), printing];
  const sources = once(() =>
    sourcesOf(document, tally, ledger).map((source) =>
      said.sums.size > 0 ? withAmounts(ledger, source) : source,
    ),
  );
  return {
    ...numbered,
    id,
    value,
    unit,
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
