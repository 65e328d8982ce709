/** What a question comes to, before it is an indicator's tally with its words. */
import type { LocalDate } from "../words/dates.ts";

export interface Answer {
  /** null: no answer, a share of nothing. */
  readonly value: number | null;
  /** The names of the records behind it, by day, then by name; listed when asked for. */
  readonly sources: () => readonly string[];
  readonly titles?: () => readonly string[];
  /** Whatever was counted once: units, positions, categories, marks. */
  readonly distinct?: () => readonly string[];
  readonly day?: LocalDate;
  readonly share?: { readonly part: number; readonly whole: number };
}
