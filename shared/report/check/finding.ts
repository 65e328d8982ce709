/**
 * What is doubtful about a report, as data: which figures, which words, which records. Sentences
 * about it are said elsewhere. A finding never changes the report; which ones hold an export up is said in `severity.ts`.
 */
import type { LocalDate } from "../../words/dates.ts";
import type { IndicatorId, ProblemId, StatementId } from "../../words/ids.ts";

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
  /** The same number as the ledger's, but typed: it will not follow when the records change. */
  | {
      readonly issue: "typed-figure";
      readonly number: string;
      readonly figure: Amount;
      readonly place: Place;
    }
  /** 600余 where the ledger has 512: more is said than it holds. */
  | {
      readonly issue: "above-ledger";
      readonly number: string;
      readonly figure: Amount;
      readonly place: Place;
    }
  /** 集中学习16场 where the ledger counts 次: unit words do not convert. */
  | {
      readonly issue: "other-unit";
      readonly number: string;
      readonly figure: Amount;
      readonly place: Place;
    }
  /** Parts that are to add up are counted in other unit words than the whole. */
  | {
      readonly issue: "units-differ";
      readonly whole: Amount;
      readonly parts: readonly Amount[];
      readonly place?: Place;
    }
  /** 合格率90% beside 51个 and 3个: a typed share that its own numbers do not give. */
  | {
      readonly issue: "rate-differs";
      readonly number: string;
      readonly computed: string;
      readonly place: Place;
    }
  /** 两千余 next to 3千余: hedged numbers of one sentence, written in different ways. */
  | {
      readonly issue: "mixed-notation";
      readonly number: string; // the first that is written otherwise
      readonly said: string; // than this one
      readonly place: Place;
    }
  /** Names were asked for and there are none. */
  | { readonly issue: "nothing-to-name"; readonly figure: Amount }
  /** The outline would say that it is complete, and it is not. */
  | { readonly issue: "not-complete"; readonly figure: Amount }
  /** Words taken over from an earlier period, and a number of theirs not filled in: 〔数字〕. */
  | { readonly issue: "unfilled"; readonly slot: string; readonly place: Place }
  | { readonly issue: "unwritten"; readonly statement: StatementId; readonly label: string }
  /** Months of the period without a single entry. */
  | { readonly issue: "missing-months"; readonly months: readonly string[] }
  /** On the period's last day its deadline was past and it was not rectified. */
  | {
      readonly issue: "overdue";
      readonly problem: ProblemId;
      readonly title: string;
      readonly deadline: LocalDate;
      readonly days: number;
    }
  /** Two people disagree on a record behind these figures. */
  | {
      readonly issue: "disputed";
      readonly record: string;
      readonly indicators: readonly IndicatorId[];
    }
  | { readonly issue: "disputed-statement"; readonly statement: StatementId }
  /** Came late for these days and waits for the leader: it is in no figure. */
  | { readonly issue: "late"; readonly operation: string; readonly type: string };
