/** Tallies as a table for people. */
import type { PlainTally } from "../../shared/tally/plain-tally.ts";
import type { Wording } from "../wording/wording.ts";
import { columns, type Row } from "./columns.ts";

export function tallyLines({ say }: Wording, tallies: readonly PlainTally[]): string[] {
  const heads: Row = [
    say("tally.head.label"),
    say("tally.head.value"),
    say("tally.head.printed"),
    say("tally.head.target"),
    say("tally.head.sources"),
  ];
  const rows = tallies.map(
    ({ label, value, text, unit, target, sources }): Row => [
      label,
      value ?? say("tally.no-answer"),
      `${text}${unit}`,
      target ?? "",
      say("tally.sources", { count: sources.length }),
    ],
  );
  return columns([heads, ...rows]);
}
