/** A tally as a number among numbers: its exact value, and how it is printed. */
import type { Tally } from "../../tally/tally.ts";
import type { Amount } from "./finding.ts";

export function amountOf({ indicator, value, text }: Tally): Amount {
  const { id, label, unit } = indicator;
  return { value: value ?? 0, text: `${text}${unit}`, indicator: id, label };
}
