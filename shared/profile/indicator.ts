/**
 * An indicator (指标): a named question to the ledger, as the profile states it.
 *
 * A question is asked of entries, positions, problems, publications or obligations, and each of them has its own moments
 * that can be asked for: that keeps flow (what happened in the period) and stock (what stands on
 * its closing day) apart, since no question can mix the two.
 */
import { z } from "zod";
import {
  CategoryId,
  IndicatorId,
  KindId,
  MarkId,
  MediaLevelId,
  ObligationId,
  UnitId,
  UnitTypeId,
} from "../words/ids.ts";
import { PlainText } from "../words/plain-text.ts";

/** Which records: every list that is given must be met, by any of its members (marks: by all). */
export const Filter = z.strictObject({
  kinds: z.array(KindId).min(1).optional(),
  marks: z.array(MarkId).min(1).optional(), // all of them
  categories: z.array(CategoryId).min(1).optional(),
  units: z.array(UnitId).min(1).optional(),
  unitTypes: z.array(UnitTypeId).min(1).optional(),
});
export type Filter = z.infer<typeof Filter>;

/** From when: the period asked for, the year up to its last day, or ever up to its last day. */
export const Scope = z.enum(["period", "year", "to-date"]);
export type Scope = z.infer<typeof Scope>;

const EntryMeasure = z.enum([
  "count",
  "sum-quantity",
  "sum-attendance",
  "distinct-units",
  "distinct-positions",
  "distinct-categories",
  "distinct-marks",
  "list-titles", // distinct by text, oldest first
  "done", // whether there is one; its day
]);

/** How entries are asked: what happened in the scope. */
export const EntryQuestion = z.strictObject({
  of: z.literal("entries"),
  measure: EntryMeasure,
  where: Filter.default({}),
  among: z.array(MarkId).min(1).optional(), // distinct-marks: count only these
});
export type EntryQuestion = z.infer<typeof EntryQuestion>;

/** How positions are asked: `active` is a stock on the closing day, the others are flows. */
export const PositionQuestion = z.strictObject({
  of: z.literal("positions"),
  measure: z.enum(["count", "sum-quantity", "distinct-units", "distinct-categories"]),
  moment: z.enum(["active", "opened", "retired", "inspected", "not-inspected"]),
  where: Filter.omit({ kinds: true, marks: true }).default({}),
});
export type PositionQuestion = z.infer<typeof PositionQuestion>;

/** How problems are asked: `open` and `overdue` are stocks on the closing day. */
export const ProblemQuestion = z.strictObject({
  of: z.literal("problems"),
  measure: z.enum(["count", "distinct-units"]),
  moment: z.enum(["found", "rectified", "closed", "open", "overdue"]),
  where: Filter.omit({ kinds: true, marks: true }).default({}),
});
export type ProblemQuestion = z.infer<typeof ProblemQuestion>;

/** Which publications: by the unit whose text it is, by channel, by level of media. */
export const PublicationFilter = Filter.pick({
  units: true,
  unitTypes: true,
  categories: true,
}).extend({
  mediaLevels: z.array(MediaLevelId).min(1).optional(),
  reprint: z.boolean().optional(),
});
export type PublicationFilter = z.infer<typeof PublicationFilter>;

/**
 * How publications are asked. `releases` counts every channel in which one appeared (篇次), `count`
 * each publication once (篇). `in-review` and `standing` (released and not withdrawn) are stocks.
 */
export const PublicationQuestion = z.strictObject({
  of: z.literal("publications"),
  measure: z.enum(["count", "releases", "distinct-units", "list-titles"]),
  moment: z.enum(["drafted", "in-review", "released", "standing", "corrected", "withdrawn"]),
  where: PublicationFilter.default({}),
});
export type PublicationQuestion = z.infer<typeof PublicationQuestion>;

/** All that could be covered: the units of a type, or the categories of the profile. */
export const RosterQuestion = z.strictObject({
  of: z.literal("roster"),
  measure: z.enum(["units", "categories"]),
  where: Filter.pick({ unitTypes: true, categories: true }).default({}),
});
export type RosterQuestion = z.infer<typeof RosterQuestion>;

/**
 * What is demanded by the closing day: how often, how often it was done, how often it is missing,
 * or whether all of it is done. Of the obligations named, or of all in use.
 */
export const ObligationQuestion = z.strictObject({
  of: z.literal("obligations"),
  measure: z.enum(["expected", "fulfilled", "missing", "done"]),
  obligations: z.array(ObligationId).min(1).optional(),
});
export type ObligationQuestion = z.infer<typeof ObligationQuestion>;

/** One indicator as a share of another, in per cent: rectified of found, covered out of all. */
export const RateQuestion = z.strictObject({
  of: z.literal("rate"),
  part: IndicatorId,
  whole: IndicatorId,
});

export const Question = z.discriminatedUnion("of", [
  EntryQuestion,
  PositionQuestion,
  ProblemQuestion,
  PublicationQuestion,
  RosterQuestion,
  ObligationQuestion,
  RateQuestion,
]);
export type Question = z.infer<typeof Question>;

/**
 * How a value is printed. `floored` writes 612 as 600余; `to` fixes the step, without it the
 * step follows the size (DOMAIN.md 1.4). `hanzi` writes 9 as 九.
 */
export const Wording = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("exact") }),
  z.strictObject({ rule: z.literal("floored"), to: z.int().positive().optional() }),
  z.strictObject({ rule: z.literal("hanzi") }),
]);
export type Wording = z.infer<typeof Wording>;

/**
 * What a value should reach: a number is of a half-year; others are said by the kind of period. A
 * target counts for its own kind only: what a year asks is no measure for its first half.
 */
const amount = z.number().nonnegative();
export const Target = z.union([
  amount,
  z.strictObject({
    month: amount.optional(),
    quarter: amount.optional(),
    "half-year": amount.optional(),
    year: amount.optional(),
  }),
]);
export type Target = z.infer<typeof Target>;

export const Indicator = z.strictObject({
  id: IndicatorId,
  label: PlainText,
  unit: PlainText.or(z.literal("")).default(""), // 次 场 条 个; a rate has none
  question: Question,
  scope: Scope.default("period"),
  wording: Wording.default({ rule: "exact" }),
  target: Target.optional(), // for the board
  board: z.boolean().default(false), // shown on the board even without a target
  retired: z.boolean().default(false),
});
export type Indicator = z.infer<typeof Indicator>;

/** Whether the question asks for what happened, or for what stands on the closing day. */
export const isStock = (question: Question): boolean =>
  (question.of === "positions" && question.moment === "active") ||
  (question.of === "problems" && (question.moment === "open" || question.moment === "overdue")) ||
  (question.of === "publications" &&
    (question.moment === "in-review" || question.moment === "standing")) ||
  question.of === "roster";

/**
 * How the figures of one sentence belong together: 其中 (parts may overlap, each at most the
 * whole), 分别为 (parts add up to the whole), 包括 (an incomplete list; never checked for its sum).
 */
export const Relation = z.strictObject({
  type: z.enum(["among", "respectively", "including"]),
  whole: IndicatorId,
  parts: z.array(IndicatorId).min(1),
});
export type Relation = z.infer<typeof Relation>;
