/**
 * A tally (统计): the answer of the ledger to an indicator's question, now.
 *
 * It is always a recount. Nothing here is stored beside the entries; what makes it quick is that
 * the parts of the ledger that did not change are remembered by themselves (`entry-parts.ts`).
 * Voided records never count; disputed ones do; what waits in the tray is not yet in the ledger.
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import { type Indicator, isStock, type Question, type Wording } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { LocalDate } from "../words/dates.ts";
import type { IndicatorId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import type { Answer } from "./answer.ts";
import { answerFromEntries } from "./entry-question.ts";
import { answerFromObligations } from "./obligation-question.ts";
import { once } from "./once.ts";
import type { PlaceFilter } from "./place.ts";
import { ledgerFor } from "./profile-for.ts";
import { answerFromPublications } from "./publication-question.ts";
import { answerFromPositions, answerFromProblems, answerFromRoster } from "./record-question.ts";
import { remember } from "./remember.ts";
import { type DayRange, rangeName, rangeOf } from "./scope.ts";
import { findTarget } from "./target.ts";
import { noAnswer, printCount, printRate } from "./wording.ts";

export interface Tally {
  readonly indicator: Indicator;
  readonly period: Period;
  /** The days that were asked: the period's, the year's, or all up to the closing day. */
  readonly range: DayRange;
  readonly kind: "flow" | "stock";
  /** null: no answer, a share of nothing (0 of 0). `done` gives 1 or 0, a rate per cent. */
  readonly value: number | null;
  /** The value as it is printed, without its unit word; a rate carries its %. */
  readonly text: string;
  readonly rule: Wording;
  /** What it should reach in a period of this kind, where the profile says so. */
  readonly target?: number | undefined;
  /** The names of the records behind the value, by day, then by name; listed on first reading. */
  readonly sources: readonly string[];
  /** list-titles: each title once, oldest first. */
  readonly titles?: readonly string[] | undefined;
  /** Whatever was counted once: the ids of units, positions, categories or marks. */
  readonly distinct?: readonly string[] | undefined;
  /** done: the first day on which it was. */
  readonly day?: LocalDate;
  /** A rate: what it is a share of. */
  readonly share?: { readonly part: number; readonly whole: number };
}

/** The indicator of that name in the profile in force. */
export const findIndicator = (ledger: Ledger, id: string): Indicator | undefined =>
  findProfile(ledger)?.indicators.find((indicator) => indicator.id === id);

/**
 * The answer to an indicator for a period.
 * @throws RangeError for a name that the profile in force does not know (`findIndicator` asks)
 */
export function tally(now: Ledger, asked: Indicator | IndicatorId, period: Period): Tally {
  const ledger = ledgerFor(now, period);
  const indicator = typeof asked === "string" ? findIndicator(ledger, asked) : asked;
  if (!indicator) throw new RangeError(`not an indicator: ${asked}`);
  const range = rangeOf(indicator.scope, period);
  const answer = answerTo(ledger, indicator, (of) => rangeOf(of.scope, period));
  const sources = once(answer.sources);
  const titles = answer.titles && once(answer.titles);
  const distinct = answer.distinct && once(answer.distinct);
  return {
    indicator,
    period,
    range,
    kind: isStockOf(ledger, indicator) ? "stock" : "flow",
    value: answer.value,
    text: print(answer.value, indicator),
    rule: indicator.wording,
    target: findTarget(indicator, period),
    get sources() {
      return sources();
    },
    get titles() {
      return titles?.();
    },
    get distinct() {
      return distinct?.();
    },
    ...(answer.day ? { day: answer.day } : {}),
    ...(answer.share ? { share: answer.share } : {}),
  };
}

/** The answers to all indicators in use, in the profile's order. */
export const tallyAll = (ledger: Ledger, period: Period): Tally[] =>
  (findProfile(ledgerFor(ledger, period))?.indicators ?? [])
    .filter(({ retired }) => !retired)
    .map((indicator) => tally(ledger, indicator, period));

/**
 * The answer before it has words.
 * @param rangeFor the days that are asked; a rate asks it for each of its two indicators
 * @param narrow for a row of a table by unit: what that unit leaves of an indicator's filter
 */
export function answerTo(
  ledger: Ledger,
  indicator: Indicator,
  rangeFor: (indicator: Indicator) => DayRange,
  narrow?: (question: Question) => PlaceFilter,
): Answer {
  const profile = findProfile(ledger);
  const { question } = indicator;
  if (question.of !== "rate") {
    return answerToQuestion(ledger, profile, question, rangeFor(indicator), narrow?.(question));
  }
  const [part, whole] = [question.part, question.whole].map((id) => {
    const of = findIndicator(ledger, id);
    // A rate of a rate has no meaning, and could go round in circles.
    return of && of.question.of !== "rate" ? answerTo(ledger, of, rangeFor, narrow) : undefined;
  });
  return rateOf(part, whole);
}

function answerToQuestion(
  ledger: Ledger,
  profile: Profile | undefined,
  question: Exclude<Question, { of: "rate" }>,
  range: DayRange,
  narrowed: PlaceFilter | undefined,
): Answer {
  switch (question.of) {
    case "entries":
      return answerFromEntries(ledger, profile, question, range, narrowed);
    case "positions": {
      const answer = () => answerFromPositions(ledger, profile, question, range, narrowed);
      const isAboutEntries = question.moment === "inspected" || question.moment === "not-inspected";
      const from = [profile, ledger.positions, isAboutEntries && ledger.entries.byDay];
      return narrowed ? answer() : remember(question, rangeName(range), from, answer);
    }
    case "problems": {
      const answer = () => answerFromProblems(ledger, profile, question, range, narrowed);
      const from = [profile, ledger.positions, ledger.problems];
      return narrowed ? answer() : remember(question, rangeName(range), from, answer);
    }
    case "publications": {
      const answer = () => answerFromPublications(ledger, profile, question, range, narrowed);
      const from = [profile, ledger.positions, ledger.publications];
      return narrowed ? answer() : remember(question, rangeName(range), from, answer);
    }
    case "obligations": {
      const answer = () => answerFromObligations(ledger, profile, question, range, narrowed);
      const from = [profile, ledger.positions, ledger.entries.byDay];
      return narrowed ? answer() : remember(question, rangeName(range), from, answer);
    }
    case "roster":
      return answerFromRoster(profile, question, narrowed);
  }
}

function rateOf(part: Answer | undefined, whole: Answer | undefined): Answer {
  const sources = () => [...new Set([...(whole?.sources() ?? []), ...(part?.sources() ?? [])])];
  if (part?.value == null || whole?.value == null) return { value: null, sources };
  const share = { part: part.value, whole: whole.value };
  return { value: perCent(share.part, share.whole), sources, share };
}

/**
 * To two decimals, rounded half up, but never to all where something is missing; exact for any
 * count, so in whole numbers throughout.
 */
export function perCent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const doubled = 2n * BigInt(whole);
  const rounded = Number((BigInt(part) * 20_000n + BigInt(whole)) / doubled) / 100;
  return part < whole ? Math.min(rounded, 99.99) : rounded;
}

/** A value in the indicator's words, without its unit word. */
export function print(value: number | null, { question, unit, wording }: Indicator): string {
  if (value === null) return noAnswer;
  if (question.of !== "rate") return printCount(value, wording);
  return unit === "%" || unit === "％" ? String(value) : printRate(value);
}

/** A rate is a stock where both its indicators are. */
export function isStockOf(ledger: Ledger, { question }: Indicator): boolean {
  if (question.of !== "rate") return isStock(question);
  return [question.part, question.whole].every((id) => {
    const of = findIndicator(ledger, id);
    return of !== undefined && isStock(of.question);
  });
}
