/**
 * `verify`: the whole journal once more from its first line. The chain is checked line by line,
 * and the ledger that comes out must be, byte for byte, the one that was saved or is in use.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fold } from "../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../shared/ledger/ledger.ts";
import { hashLedger } from "../shared/ledger/snapshot.ts";
import { checkVouchers, type Unvouched } from "../shared/ledger/vouching.ts";
import { checkLink } from "../shared/store/replay.ts";
import type { Epoch } from "../shared/words/ids.ts";
import { type OfficeOptions, openOffice } from "./office.ts";

export interface Verification {
  readonly ledger: Ledger; // folded anew
  readonly epoch: Epoch;
  readonly lines: number;
  readonly declined: number;
  readonly segments: number;
  readonly state: string; // the state hash of what was folded anew
  readonly asOpened: string; // the state hash of what the snapshot and its tail gave
  /** The first line that no workstation vouches for, where one should. */
  readonly unvouched: Unvouched | undefined;
  /** The ledger as every other program sees it; equal to `ledger` where all is well. */
  readonly opened: Ledger;
}

/**
 * @param progress told now and then how many lines of how many were read
 * @throws ChainBroken, LogBroken at the first line that does not hold, and what opening throws
 */
export async function openVerification(
  folder: string,
  options: OfficeOptions,
  progress: (read: number, of: number) => void,
): Promise<Verification> {
  const office = await openOffice(folder, options);
  try {
    const opened = office.intake.ledger();
    let ledger = emptyLedger;
    let declined = 0;
    const vouchers = checkVouchers((id) => ledger.workstations.get(id)?.publicKey);
    let unvouched: Unvouched | undefined;
    for await (const lines of office.store.readSince(emptyLedger.seq)) {
      for (const line of lines) {
        ledger = fold(ledger, line, checkLink(ledger, line));
        if ("declined" in line) declined++;
        unvouched ??= await vouchers.read(line);
      }
      progress(ledger.seq, opened.seq);
    }
    const names = await readdir(join(folder, "journal"));
    return {
      ledger,
      opened,
      epoch: office.epoch,
      lines: ledger.seq,
      declined,
      unvouched: unvouched ?? vouchers.end(),
      segments: names.filter((name) => name.endsWith(".ndjson")).length,
      state: hashLedger(ledger, office.epoch),
      asOpened: hashLedger(opened, office.epoch),
    };
  } finally {
    await office.close();
  }
}
