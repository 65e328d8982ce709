/**
 * An obligation (规定动作): what the profile demands in every stretch of its rhythm, of the office
 * or of each of its units, and by which entries it is proved.
 *
 * Nobody declares one done: it is done where the ledger has the entries, and only there.
 */
import { z } from "zod";
import { ObligationId, UnitTypeId } from "../words/ids.ts";
import { PlainText } from "../words/plain-text.ts";
import { Filter } from "./indicator.ts";
import { Rhythm } from "./rhythm.ts";

export const Obligation = z.strictObject({
  id: ObligationId,
  label: PlainText,
  every: Rhythm.default("half-year"),
  /** Types of units of which each one has to do it; without them the office as a whole does. */
  each: z.array(UnitTypeId).min(1).optional(),
  times: z.int().min(1).max(1_000).default(1), // in every stretch
  proves: Filter,
  retired: z.boolean().default(false),
});
export type Obligation = z.infer<typeof Obligation>;

/** Those in use; a profile that was adopted before there were any has none. */
export const obligationsIn = ({
  obligations = [],
}: {
  readonly obligations?: readonly Obligation[] | undefined;
}): readonly Obligation[] => obligations.filter(({ retired }) => !retired);
