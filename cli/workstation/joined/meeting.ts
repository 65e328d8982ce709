/**
 * The first words with a daemon: do both have the same past? If so, the copy here goes on from where
 * it is. If not, the daemon was restored from an older copy: what it lost is handed back, and if it
 * has gone on differently meanwhile, the copy here is made anew. The outbox stays as it is.
 */
import type { OperationBody } from "../../../shared/ledger/operation.ts";
import { SnapshotUnreadable } from "../../../shared/ledger/snapshot.ts";
import type { Me } from "../../../shared/wire.ts";
import { seqOf } from "../../../shared/words/ids.ts";
import { type DaemonCalls, isOtherPast } from "./daemon-calls.ts";
import { handBack } from "./handing-back.ts";
import type { Replica } from "./replica.ts";

/** So far behind, the daemon's own ledger is there sooner than all the lines. */
const farBehind = 5_000;

/** The copy here and the journal there are not the same any more. */
export class Differs extends Error {
  override readonly name = "Differs";
}

export interface Meeting {
  readonly me: Me;
  /** The lines before a ledger that was taken over whole, on their way to this disk. */
  readonly filling: Promise<void> | undefined;
}

export interface MeetingOptions {
  readonly calls: DaemonCalls;
  readonly replica: Replica;
  /** Writes an operation of this workstation's own. */
  readonly write: (body: OperationBody) => Promise<void>;
  /** For the log of this workstation. */
  readonly note: (what: string, details: object) => void;
  readonly changed: () => void;
}

export async function meet(options: MeetingOptions): Promise<Meeting> {
  const { calls, replica, changed } = options;
  const me = await agreeOnThePast(options);
  const epoch = replica.epoch();
  if (epoch === undefined) await replica.startWriting(me.epoch);
  else if (epoch !== me.epoch) await replica.beginEpoch(me.epoch);
  if (me.seq - replica.confirmed().seq <= farBehind) return { me, filling: undefined };
  const ledger = await findLedger(calls);
  if (!ledger) return { me, filling: undefined };
  replica.adopt(ledger);
  changed();
  const filling = fillUntil(ledger.seq, calls, replica);
  filling.catch(() => undefined); // heard by whoever goes on with it, if anybody does
  return { me, filling };
}

/** A daemon of another version folds otherwise; the lines are the same for both, only slower. */
async function findLedger(calls: DaemonCalls) {
  try {
    return await calls.ledger();
  } catch (error) {
    if (error instanceof SnapshotUnreadable) return undefined;
    throw error;
  }
}

async function agreeOnThePast(options: MeetingOptions): Promise<Me> {
  const { calls, replica, write, note, changed } = options;
  try {
    return await calls.me(replica.stored());
  } catch (error) {
    if (!isOtherPast(error)) throw error;
  }
  const past = { hashThere: calls.hashAt, send: calls.recover };
  const { after, recorded } = await handBack(replica, past);
  note("handed-back", { after, recorded, ...replica.stored() });
  let me: Me;
  try {
    me = await calls.me(replica.stored());
  } catch (error) {
    if (!isOtherPast(error)) throw error;
    const kept = await replica.setAside();
    note("copy-made-anew", { kept });
    changed();
    me = await calls.me(replica.stored());
  }
  if (recorded > 0) await write({ type: "lines-handed-back", after, lines: recorded });
  return me;
}

async function fillUntil(last: number, calls: DaemonCalls, replica: Replica): Promise<void> {
  while (replica.stored().seq < last) {
    const lines = await calls.page(replica.stored().seq, seqOf(last));
    if (lines.length === 0) throw new Differs("lines are missing");
    await replica.fill(lines);
  }
}
