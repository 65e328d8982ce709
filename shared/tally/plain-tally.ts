/** A tally as plain data: what programs read, over HTTP, from --json and in tallies.json. */
import type { Tally } from "./tally.ts";

export interface PlainTally {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly text: string; // as it is printed, without its unit word
  readonly unit: string;
  readonly sources: readonly string[]; // the records behind it
  readonly kind: "flow" | "stock";
  readonly rule: string;
  readonly from?: string | undefined; // absent: since the ledger began
  readonly to: string;
  readonly target?: number | undefined;
  readonly titles?: readonly string[] | undefined;
  readonly distinct?: readonly string[] | undefined;
  readonly day?: string | undefined;
  readonly share?: { readonly part: number; readonly whole: number } | undefined;
}

export function plainTally(tally: Tally): PlainTally {
  const {
    indicator,
    value,
    text,
    sources,
    kind,
    rule,
    target,
    range,
    titles,
    distinct,
    day,
    share,
  } = tally;
  const { id, label, unit } = indicator;
  return {
    id,
    label,
    value,
    text,
    unit,
    sources,
    kind,
    rule: rule.rule,
    from: range.from,
    to: range.to,
    target,
    titles,
    distinct,
    day,
    share,
  };
}
