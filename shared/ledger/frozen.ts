/**
 * A frozen report: what a report said at the moment its period was closed, carried by the closing
 * itself. The same words come out of it in any later year, whatever was corrected since, whatever
 * the profile says by then, and whichever version of this program reads it.
 *
 * Its figures are all that the profile asked for, not only those of the text: a difference is
 * found for each of them. Sources that several figures share are kept once.
 */
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import { Epoch, Hash, IndicatorId, Seq, StatementId } from "../words/ids.ts";
import { isPlainLines } from "../words/plain-text.ts";
import { canonical, hashText } from "./chain.ts";
import { SourceRuns } from "./source-runs.ts";

/** Printed words: they may drive neither a terminal nor a document, whoever wrote the operation. */
const Words = z.string().max(200_000).refine(isPlainLines, { error: "plain-text" });

const FrozenInline = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text"), text: Words }),
  z.looseObject({ type: z.literal("figure"), indicator: IndicatorId, text: Words }),
  z.looseObject({ type: z.literal("written"), statement: StatementId, text: Words }),
  z.looseObject({ type: z.literal("unwritten"), statement: StatementId, label: Words }),
]);
export type FrozenInline = z.infer<typeof FrozenInline>;

const inlines = z.array(FrozenInline).max(5_000);
const FrozenBlock = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("title"), lines: z.array(inlines).max(20) }),
  z.looseObject({ type: z.literal("addressee"), inlines }),
  z.looseObject({ type: z.literal("heading"), number: Words, inlines }),
  z.looseObject({ type: z.literal("section"), number: Words, heading: inlines, inlines }),
  z.looseObject({ type: z.literal("paragraph"), inlines }),
  z.looseObject({ type: z.literal("signature"), inlines }),
]);

/** An indicator's answer as it was: value, printed text and rule together. */
const FrozenFigure = z.looseObject({
  indicator: IndicatorId,
  value: z.number().nullable(),
  text: Words,
  rule: z.string().max(40),
  kind: z.enum(["flow", "stock"]),
  from: LocalDate.optional(),
  to: LocalDate,
  sources: z.int().min(0), // its place among the sets of sources
  distinct: z.array(z.string().max(64)).optional(),
  names: z.array(Words).optional(), // of what was counted, where the profile does not know them
  day: LocalDate.optional(),
  share: z.looseObject({ part: z.number(), whole: z.number() }).optional(),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

/** How many records, and which; very many are left to the journal up to that number. */
const FrozenSources = z.looseObject({
  count: z.int().min(0),
  packed: SourceRuns.optional(),
});
export type FrozenSources = z.infer<typeof FrozenSources>;

export const FrozenReport = z.looseObject({
  v: z.literal(1),
  ledger: z.looseObject({ epoch: Epoch, seq: Seq, hash: Hash }), // what it was composed from
  profile: z.looseObject({ seq: Seq, template: Hash }), // when adopted; the hash of its outline
  blocks: z.array(FrozenBlock).max(5_000),
  figures: z.array(FrozenFigure).max(2_000),
  sources: z.array(FrozenSources).max(2_000),
  statements: z.array(z.looseObject({ statement: StatementId, text: Words })).max(500),
});
export type FrozenReport = z.infer<typeof FrozenReport>;

/** By which a frozen report is known: over all it says, sources included. */
export const hashFrozen = (frozen: FrozenReport): Hash => hashText(canonical(frozen));
