/**
 * A ledger told in a few lines: a profile, and what happened, in order. Everything is written by
 * one member on one workstation; the fold makes of it what the journal would.
 */
import { hashLink, hashOperation } from "../../shared/ledger/chain.ts";
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { Profile } from "../../shared/profile/profile.ts";
import { type MemberId, seqOf, type WorkstationId } from "../../shared/words/ids.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { testNow, Writer } from "./office.ts";
import { smallProfile } from "./profile.ts";

export type Told = (name: string) => object;

/** The small profile of the tests, with what the test is about in place of its own. */
export const profileWith = (changes: object): Profile =>
  Profile.parse({ ...smallProfile, ...changes });

const author = { id: "told0001" as WorkstationId, member: "told0001-1" as MemberId };

/** The ledger in which this profile was adopted and this happened. */
export function tell(profile: Profile, ...happened: readonly Told[]): Ledger {
  return tellOn(emptyLedger, adopted(profile), ...happened);
}

/** What happened after that, written by somebody who has seen it, or seen no more than `saw`. */
export function tellOn(before: Ledger, ...happened: readonly Told[]): Ledger {
  return tellUnseen(before, undefined, author, ...happened);
}

/** Written elsewhere, by one who had seen the ledger up to that number only. */
export function tellUnseen(
  before: Ledger,
  saw: number | undefined,
  { id, member }: { readonly id: WorkstationId; readonly member: MemberId },
  ...happened: readonly Told[]
): Ledger {
  let ledger = before;
  for (const body of happened) {
    const known = ledger.workstations.get(id);
    const writer = new Writer({ id, member }, known?.n ?? 0, known?.hash);
    writer.saw = saw ?? ledger.seq;
    const operation = writer.write((_, name) => body(name));
    const seq = seqOf(ledger.seq + 1);
    const received = testNow();
    const { hash: previous } = ledger;
    const link = { previous, seq, received, operation: hashOperation(operation) };
    ledger = fold(ledger, { seq, received, previous, hash: hashLink(link), operation });
  }
  return ledger;
}

export const elsewhere = { id: "told0002" as WorkstationId, member: "told0002-1" as MemberId };

export const adopted =
  (profile: Profile): Told =>
  () => ({ type: "profile-adopted", text: "{}", profile });

export const logged =
  (kind: string, fields: object = {}): Told =>
  (id) => ({
    type: "entry-logged",
    entry: {
      id,
      kind,
      on: "2022-03-01",
      title: kind,
      quantity: 1,
      units: [],
      marks: [],
      ...fields,
    },
  });

export const times = (count: number, one: (at: number) => Told): Told[] =>
  Array.from({ length: count }, (_, at) => one(at));

export const stated =
  (statement: string, text: string, period = "2022-H1"): Told =>
  () => ({ type: "statement-written", period, statement, text });

export const closed =
  (period = "2022-H1"): Told =>
  () => ({ type: "period-closed", period });

export const period = (name = "2022-H1") => periodOf(name as PeriodId);
