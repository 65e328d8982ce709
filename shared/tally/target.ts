/** What an indicator should reach in a period: a target is of one kind of period, and of no other. */
import type { Indicator } from "../profile/indicator.ts";
import { kindOf, type Period } from "../words/period.ts";

export function findTarget({ target }: Indicator, { id }: Period): number | undefined {
  const { kind } = kindOf(id);
  if (typeof target === "number") return kind === "half-year" ? target : undefined;
  return kind === "stretch" ? undefined : target?.[kind];
}
