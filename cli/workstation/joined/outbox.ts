/**
 * The outbox: every operation that this workstation ever wrote, in its own order, on its own disk.
 *
 * It is an append-only log whose line number is the workstation's own number, so nothing is ever
 * taken out: what the journal does not have yet is waiting (待发), what it has declined keeps its
 * body here (被退回), and what a restored daemon lost can be sent again.
 */
import { openAppendLog } from "../../../shared/disk/append-log.ts";
import { type Disk, realDisk } from "../../../shared/disk/disk.ts";
import { readLogTail, watchLog } from "../../../shared/disk/log-tail.ts";
import { beginning, hashOperation } from "../../../shared/ledger/chain.ts";
import { Envelope, type Operation } from "../../../shared/ledger/operation.ts";
import type { Hash, WorkstationId } from "../../../shared/words/ids.ts";

/** Small: whoever appends reads the newest segment first. */
const segmentBytes = 256 * 1024;

export interface Outbox {
  /** Where the next operation goes: the number and the hash of the newest one. */
  newest(): { readonly n: number; readonly hash: Hash };
  /** Takes in what other programs of this workstation have appended. @returns whether any did */
  refresh(): Promise<boolean>;
  /** The operations after a number. */
  after(n: number): readonly Operation[];
  /**
   * Resolves once they are on the disk. The caller holds the workstation's lock and has refreshed.
   * @throws LogFailed, LogBroken
   */
  append(operations: readonly Operation[]): Promise<void>;
  /** Those that the journal does not have yet, as far as is known. */
  waiting(): readonly Operation[];
  /**
   * The journal has this workstation's operations up to a number, the last with this hash.
   * @returns whether they are the ones that were written here; if not, this folder is a copy
   */
  confirm(n: number, hash: Hash): boolean;
  /** All operations after a number, from the disk. */
  read(n: number): AsyncIterable<Operation>;
}

/** @throws LogBroken, NewerFormat */
export async function openOutbox(
  folder: string,
  workstation: WorkstationId,
  disk: Disk = realDisk,
): Promise<Outbox> {
  let kept: Operation[] = [];
  let forgotten = 0;
  let newest = { n: 0, hash: beginning };

  const isMore = watchLog(folder, disk);
  async function* read(after: number): AsyncIterable<Operation> {
    const tail = await readLogTail(folder, after, disk);
    if (!tail) return;
    for await (const { texts } of tail.parts) {
      for (const text of texts) yield readLine(text);
    }
  }
  const take = (operation: Operation) => {
    kept.push(operation);
    newest = { n: operation.id.n, hash: hashOperation(operation) };
  };
  /** What is just being written must not be taken for somebody else's. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const outbox: Outbox = {
    newest: () => newest,
    refresh: () =>
      inTurn(async () => {
        const before = newest.n;
        if (!(await isMore())) return false;
        for await (const operation of read(newest.n)) take(operation);
        return newest.n > before;
      }),
    after: (n) => kept.slice(Math.max(0, n - forgotten)),
    append: (operations) =>
      inTurn(async () => {
        const start = () => ({ epoch: workstation, previous: beginning });
        const log = await openAppendLog(folder, start, { disk, segmentBytes });
        try {
          const lines = operations.map((operation) => JSON.stringify({ operation }));
          await log.append(lines, newest.hash);
        } finally {
          await log.close();
        }
        for (const operation of operations) take(operation);
      }),
    waiting: () => kept,
    confirm: (n, hash) => {
      if (n <= forgotten) return true;
      const own = kept[n - forgotten - 1];
      if (!own || hashOperation(own) !== hash) return false;
      kept = kept.slice(n - forgotten);
      forgotten = n;
      return true;
    },
    read,
  };
  await outbox.refresh();
  return outbox;
}

const readLine = (text: string): Operation => {
  const { operation } = JSON.parse(text) as { operation: Operation };
  Envelope.parse(operation);
  return operation; // as it was written: its hash is over all of it
};
