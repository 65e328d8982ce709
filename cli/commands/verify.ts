/** `verify`: the journal from its first line, the chain, the state, and every tally anew. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { Failed, WrongUse } from "../failure.ts";
import type { Session } from "../session.ts";
import { officeOptions } from "../workstation/connect.ts";

/** @throws Failed where anything differs, and what opening an office throws */
export async function verify(session: Session) {
  const { wording, out, folder } = session;
  if (!existsSync(join(folder, "journal"))) throw new WrongUse("error.no-office", { folder });
  const { openVerification } = await session.daemonProgram();
  const found = await openVerification(folder, officeOptions(session.now), (read, of) =>
    out.progress(wording.say("verify.progress", { read, of })),
  );
  out.progress(undefined);
  const { lines, declined, segments, state, asOpened, ledger, opened } = found;
  if (state !== asOpened) throw new Failed("verify.state-differs");
  const tallies = compareTallies(ledger, opened);
  out.result({ ok: true, lines, declined, segments, tallies, state }, () => [
    wording.say("verify.fine", { lines, segments, declined, tallies }),
    wording.say("verify.state", { hash: state }),
  ]);
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
