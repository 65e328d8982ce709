/** `verify`: the journal from its first line, the chain, the state, and every tally anew. */
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import { checkVouchers, type Unvouched } from "../../shared/ledger/vouching.ts";
import { checkLink } from "../../shared/store/replay.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { Failed } from "../failure.ts";
import type { Session } from "../session.ts";
import { officeOptions } from "../workstation/connect.ts";
import { checkJournal, isOffice } from "../workstation/office-folder.ts";

/** @throws Failed where anything differs, and what opening an office throws */
export async function verify(session: Session) {
  const { wording, out, folder } = session;
  if (!isOffice(folder)) return verifyCopy(session);
  checkJournal(folder);
  const { openVerification } = await session.daemonProgram();
  const found = await openVerification(folder, officeOptions(session.now), (read, of) =>
    out.progress(wording.say("verify.progress", { read, of })),
  );
  out.progress(undefined);
  const { lines, declined, segments, state, asOpened, ledger, opened } = found;
  if (state !== asOpened) throw new Failed("verify.state-differs");
  throwIfUnvouched(found.unvouched);
  const tallies = compareTallies(ledger, opened);
  out.result({ ok: true, lines, declined, segments, tallies, state }, () => [
    wording.say("verify.fine", { lines, segments, declined, tallies }),
    wording.say("verify.state", { hash: state }),
  ]);
}

/** The copy on a workstation that joined: the same, over its own journal. */
async function verifyCopy({ wording, out, ...session }: Session) {
  const { connection } = await session.workstation();
  const { ledger: opened, epoch } = await connection.ledger();
  const vouchers = checkVouchers((id) => ledger.workstations.get(id)?.publicKey);
  let ledger = emptyLedger;
  let declined = 0;
  for await (const lines of connection.readSince(seqOf(0), opened.seq)) {
    for (const line of lines) {
      ledger = fold(ledger, line, checkLink(ledger, line));
      if ("declined" in line) declined++;
      throwIfUnvouched(await vouchers.read(line));
    }
    out.progress(wording.say("verify.progress", { read: ledger.seq, of: opened.seq }));
  }
  out.progress(undefined);
  throwIfUnvouched(vouchers.end());
  if (ledger.hash !== opened.hash) throw new Failed("verify.state-differs");
  const state = hashLedger(ledger, epoch);
  const { seq: lines } = ledger;
  out.result({ ok: true, lines, declined, state }, () => [
    wording.say("verify.copy-fine", { lines, declined }),
    wording.say("verify.state", { hash: state }),
  ]);
}

function throwIfUnvouched(found: Unvouched | undefined): void {
  if (!found) return;
  const { wrong, seq, workstation } = found;
  throw new Failed(`verify.unvouched-${wrong}`, { seq, workstation });
}

/** Every indicator in every half-year that has entries. */
function compareTallies(anew: Ledger, opened: Ledger): number {
  const periods = new Map<string, Period>();
  for (const day of anew.entries.byDay.keys()) periods.set(halfYearOf(day).id, halfYearOf(day));
  let compared = 0;
  for (const period of periods.values()) {
    const before = tallyAll(opened, period);
    for (const [at, tally] of tallyAll(anew, period).entries()) {
      const other = before[at];
      const same = other?.value === tally.value && String(other.sources) === String(tally.sources);
      if (!same) {
        const { label } = tally.indicator;
        throw new Failed("verify.tally-differs", {
          label,
          opened: String(other?.value),
          anew: String(tally.value),
        });
      }
      compared++;
    }
  }
  return compared;
}
