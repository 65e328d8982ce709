/**
 * The outline (提纲) of the report, as the profile states it: what stands where, which words are
 * fixed, and which places are figures. `{study}` in a text is the figure of the indicator
 * `study` with its unit word; `{study:bare}` without it; `{teams:names}` names what was counted
 * (marks, units, categories, titles); `{office}`, `{period}` and its last day
 * `{closing-day}` (截至…) are names,
 * and so are `{first-responsible}`, `{directly-responsible}` and `{responsible-areas}`.
 */
import { z } from "zod";
import { IndicatorId, StatementId } from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";

/** A sentence that depends on a tally: "all rectified" only while none is open. */
export const Choice = z.strictObject({
  when: z.strictObject({
    indicator: IndicatorId,
    is: z.enum(["zero", "positive", "complete"]), // complete: a rate of 100, a done that is done
  }),
  // biome-ignore lint/suspicious/noThenProperty: the word of the profile's author, never awaited.
  then: PlainLines,
  otherwise: PlainLines.default(""),
});
export type Choice = z.infer<typeof Choice>;

/** What people wrote for a statement, within a paragraph; nothing while it is empty. */
export const StatementPart = z.strictObject({ statement: StatementId });
export type StatementPart = z.infer<typeof StatementPart>;

/** A text, or a text in parts of which some are choices or statements. */
export const OutlineText = z.union([
  PlainLines,
  z.array(z.union([PlainLines, Choice, StatementPart])).min(1),
]);
export type OutlineText = z.infer<typeof OutlineText>;

/** 一、 on a line of its own. */
const HeadingBlock = z.strictObject({
  heading: PlainText,
  numbered: z.boolean().default(true),
});

/** （一） as a run-in heading (without its full stop), text, and 一是 二是 in the same paragraph. */
const SectionBlock = z.strictObject({
  section: PlainText,
  text: OutlineText.optional(),
  points: z.array(OutlineText).optional(),
  after: OutlineText.optional(),
});

const ParagraphBlock = z.strictObject({
  paragraph: OutlineText,
  points: z.array(OutlineText).optional(),
});

/** Where a statement that people write goes in: as it is, as 一是 二是, or as （一）（二）. */
const StatementBlock = z.strictObject({
  statement: StatementId,
  form: z.enum(["paragraphs", "points", "sections"]).default("paragraphs"),
});

export const OutlineBlock = z.union([HeadingBlock, SectionBlock, ParagraphBlock, StatementBlock]);
export type OutlineBlock = z.infer<typeof OutlineBlock>;

export const Outline = z.strictObject({
  title: z.array(PlainText).min(1).max(3),
  addressee: PlainText.optional(), // without its colon
  body: z.array(OutlineBlock).min(1),
  signature: z.boolean().default(false),
});
export type Outline = z.infer<typeof Outline>;

/** A paragraph that people write each period: its place, and what belongs in it. */
export const StatementSlot = z.strictObject({
  id: StatementId,
  label: PlainText,
  hint: PlainText.optional(),
});
export type StatementSlot = z.infer<typeof StatementSlot>;
