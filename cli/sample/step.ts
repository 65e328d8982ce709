/**
 * The sample as data: what each member wrote, when, in which order. Nothing here knows how it is
 * sent; records name each other by keys, and whoever plays the sample fills in the real names.
 */
import type { OperationBody } from "../../shared/ledger/operation.ts";
import type { Instant, LocalDate } from "../../shared/words/dates.ts";

export type MemberKey = "sun" | "zhou" | "lin" | "wang" | "zhao" | "chen" | "liu" | "he";

/** What is known only once the operation has its number. */
export interface Naming {
  /** The name of the record that this operation makes. */
  readonly id: string;
  /** The name of the record that an earlier draft made under this key. */
  ref(key: string): string;
  member(key: MemberKey): string;
}

export interface Draft {
  /** The record that it makes is known by this key to later drafts. */
  readonly key?: string;
  readonly body: (naming: Naming) => OperationBody;
}

/** One sitting of one member: the drafts go together, as one group where they are several. */
export interface SampleStep {
  readonly at: Instant;
  readonly member: MemberKey;
  readonly drafts: readonly Draft[];
}

/** The moment at which the clock on the office's wall (UTC+8) shows that day and time. */
const wallClock = (day: LocalDate, time: string): Instant =>
  new Date(`${day}T${time}:00.000+08:00`).toISOString() as Instant;

export const day = (text: string): LocalDate => text as LocalDate;

export const step = (
  on: string,
  time: string,
  member: MemberKey,
  drafts: readonly Draft[],
): SampleStep => ({ at: wallClock(day(on), time), member, drafts });
