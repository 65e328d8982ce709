/** Ledgers of many entries without an office: for what only reads them. */
import type { Entry } from "../../shared/ledger/entries.ts";
import { tableOf } from "../../shared/ledger/entry-table.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { smallProfile } from "./profile.ts";

export interface Said {
  readonly kind?: string;
  readonly on?: string;
  readonly title?: string;
  readonly units?: readonly string[];
  readonly marks?: readonly string[];
  readonly by?: string;
  readonly trail?: object;
}

/** The entry that was written down at that number. */
export const entryAt = (seq: number, said: Said = {}): Entry =>
  ({
    id: `reader01-${seq}`,
    kind: said.kind ?? "meeting",
    on: said.on ?? addDays("2022-01-01" as LocalDate, (seq * 7) % 181),
    title: said.title ?? `第${seq}次例会`,
    quantity: 1,
    units: said.units ?? [],
    marks: said.marks ?? [],
    trail: {
      by: said.by ?? "reader01-1",
      received: "2022-01-01T00:00:00.000Z",
      workstation: "reader01",
      seqs: [seq],
      ...said.trail,
    },
  }) as unknown as Entry;

export const ledgerWith = (entries: readonly Entry[]): Ledger => ({
  ...emptyLedger,
  seq: entries.length as never,
  profiles: [{ seq: 1 as never, profile: smallProfile }],
  entries: tableOf(entries),
});
