/**
 * What is doubtful about a report, as data: which figures, which words, which records. Sentences
 * about it are said elsewhere. A finding never changes the report and never holds it up.
 */
import type { IndicatorId, StatementId } from "../../words/ids.ts";

/** Where the words stand: typed in a statement, or the profile's own. */
export interface Place {
  readonly sentence: string;
  readonly statement?: StatementId | undefined;
}

/** A number of the report: a figure with its indicator, or typed without one. */
export interface Amount {
  readonly value: number;
  readonly text: string; // as it is printed
  readonly indicator?: IndicatorId | undefined;
  readonly label?: string | undefined;
}

export type ReportFinding =
  /** 分别为: the parts do not add up to the whole. */
  | {
      readonly issue: "broken-partition";
      readonly whole: Amount;
      readonly parts: readonly Amount[];
      readonly sum: number;
      readonly place?: Place;
    }
  /** 其中, or a rate: a part is greater than the whole. */
  | {
      readonly issue: "part-above-whole";
      readonly whole: Amount;
      readonly part: Amount;
      readonly place?: Place;
    }
  /** 约5766: a hedge with a number that was not rounded. */
  | { readonly issue: "hedged-exact"; readonly number: string; readonly place: Place }
  /** 近600次左右, 约600余次. */
  | { readonly issue: "hedged-twice"; readonly number: string; readonly place: Place }
  /** A number of other days than the report's: 全年 in a half-year. `said` are the words for them. */
  | {
      readonly issue: "other-days";
      readonly number: string;
      readonly said?: string | undefined; // absent: nothing says that the figure is of other days
      readonly indicator?: IndicatorId | undefined;
      readonly place: Place;
    }
  /** 党委会、中心组共计21场次: several bodies in one typed number. */
  | { readonly issue: "typed-merged"; readonly number: string; readonly place: Place }
  /** One figure over several kinds: what each of them has. */
  | { readonly issue: "merged"; readonly figure: Amount; readonly parts: readonly Amount[] }
  /** A typed number that is another than the ledger's for the same words. */
  | {
      readonly issue: "differs-from-ledger";
      readonly number: string;
      readonly figure: Amount;
      readonly place: Place;
    }
  /** Names were asked for and there are none. */
  | { readonly issue: "nothing-to-name"; readonly figure: Amount }
  /** The outline would say that it is complete, and it is not. */
  | { readonly issue: "not-complete"; readonly figure: Amount }
  | { readonly issue: "unwritten"; readonly statement: StatementId; readonly label: string }
  /** Two people disagree on a record behind these figures. */
  | {
      readonly issue: "disputed";
      readonly record: string;
      readonly indicators: readonly IndicatorId[];
    }
  | { readonly issue: "disputed-statement"; readonly statement: StatementId }
  /** Came late for these days and waits for the leader: it is in no figure. */
  | { readonly issue: "late"; readonly operation: string; readonly type: string };
