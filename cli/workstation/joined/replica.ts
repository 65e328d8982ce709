/**
 * The replica (副本): this workstation's copy of the journal and the ledger folded from it.
 *
 * Every line is held against the chain before it counts. It counts in memory at once and is written
 * behind, in groups: what a power cut takes, the daemon still has. Any program of the workstation
 * may read; only the one that holds the link writes.
 */
import { dirname, join } from "node:path";
import { type Disk, realDisk } from "../../../shared/disk/disk.ts";
import { readLogTail, watchLog } from "../../../shared/disk/log-tail.ts";
import { fold } from "../../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../../shared/ledger/ledger.ts";
import type { Recorded } from "../../../shared/ledger/operation.ts";
import {
  type FilesStore,
  openFilesStore,
  readLines,
} from "../../../shared/store/files/files-store.ts";
import { openSnapshot } from "../../../shared/store/files/snapshot.ts";
import { ChainBroken, checkLink } from "../../../shared/store/replay.ts";
import type { Epoch, Seq } from "../../../shared/words/ids.ts";

export interface Replica {
  readonly folder: string;
  /** The journal that this is a copy of; undefined before its first line. */
  epoch(): Epoch | undefined;
  confirmed(): Ledger;
  /** The lines after `seq` as they are on this disk. */
  readSince(seq: Seq, last?: Seq): AsyncIterable<readonly Recorded[]>;
  /** Takes in what the program that writes has added. @returns whether anything changed */
  refresh(): Promise<boolean>;
  /** Becomes the one that writes; the caller holds the link. */
  startWriting(epoch: Epoch): Promise<void>;
  /** The daemon began another life of the journal, with the same past up to here. */
  beginEpoch(epoch: Epoch): Promise<void>;
  /**
   * Folds lines that follow the confirmed ones, and writes them behind.
   * @throws ChainBroken: then nothing of them counts; StorageFailed once the disk has refused
   */
  receive(lines: readonly Recorded[]): void;
  /** Goes on from a ledger that the daemon made; the lines up to it come by `fill`. */
  adopt(ledger: Ledger): void;
  /** Writes lines that stand before an adopted ledger. @throws ChainBroken */
  fill(lines: readonly Recorded[]): Promise<void>;
  /** The last line that is on this disk or on its way there. */
  stored(): Pick<Ledger, "seq" | "hash">;
  /** Resolves once everything that counts is on the disk. @throws StorageFailed */
  written(): Promise<void>;
  /** Begins anew; what there was is kept beside it. @returns the folder that holds it now */
  setAside(): Promise<string>;
  close(): Promise<void>;
}

/** Small segments: a second program on this workstation reads the newest one again and again. */
const segmentBytes = 1024 * 1024;
const snapshotAfter = 300; // lines, when the program that wrote them ends

/** @throws LogBroken, NewerFormat, ChainBroken */
export async function openReplica(folder: string, disk: Disk = realDisk): Promise<Replica> {
  const journal = join(folder, "journal");
  const isMore = watchLog(journal, disk);
  let confirmed: Ledger = emptyLedger;
  let epoch: Epoch | undefined;
  let savedSeq = 0;
  let store: FilesStore | undefined;
  /** Number and hash of the last line that was handed to the disk. */
  let stored: Pick<Ledger, "seq" | "hash"> = emptyLedger;
  let waiting: Recorded[] = [];
  let writing: Promise<void> | undefined;
  let failed: unknown;

  async function load(): Promise<void> {
    const saved = await openSnapshot(join(folder, "ledger.json"), disk).load();
    const tail = await readLogTail(journal, 0, disk);
    epoch = tail?.epoch as Epoch | undefined;
    const fits = saved && saved.ledger.seq <= (tail?.last ?? 0);
    confirmed = fits ? saved.ledger : emptyLedger;
    savedSeq = confirmed.seq;
    try {
      await foldTail();
    } catch (error) {
      if (!(error instanceof ChainBroken) || !fits) throw error;
      confirmed = emptyLedger; // a snapshot of another past: the journal counts
      savedSeq = 0;
      await foldTail();
    }
  }

  async function foldTail(): Promise<boolean> {
    const before = confirmed.seq;
    const tail = await readLogTail(journal, confirmed.seq, disk);
    if (!tail) return false;
    for await (const lines of readLines(tail.parts)) {
      let after = confirmed;
      for (const line of lines) after = fold(after, line, checkLink(after, line));
      confirmed = after;
    }
    if (!store) stored = confirmed;
    return confirmed.seq > before;
  }

  async function write(): Promise<void> {
    while (waiting.length > 0 && store) {
      const lines = waiting;
      waiting = [];
      await store.append(lines);
    }
    writing = undefined;
  }
  function keep(lines: readonly Recorded[]): void {
    const last = lines.at(-1);
    if (failed !== undefined) throw failed;
    if (!last) return;
    stored = last;
    waiting.push(...lines);
    writing ??= write().catch((error) => {
      failed = error;
      writing = undefined;
    });
  }

  async function close(): Promise<void> {
    await writing;
    const whole = failed === undefined && stored.seq === confirmed.seq;
    if (store && whole && confirmed.seq - savedSeq >= snapshotAfter) {
      await store.saveSnapshot(confirmed);
      savedSeq = confirmed.seq;
    }
    await store?.close();
    store = undefined;
  }

  await load();
  return {
    folder,
    epoch: () => epoch,
    confirmed: () => confirmed,
    readSince: async function* (seq, last) {
      await writing;
      const tail = await readLogTail(journal, seq, disk);
      if (!tail) return;
      for await (const lines of readLines(tail.parts)) {
        const wanted = last === undefined ? lines : lines.filter((line) => line.seq <= last);
        if (wanted.length > 0) yield wanted;
        if (wanted.length < lines.length) return;
      }
    },
    refresh: async () => {
      if (!(await isMore())) return false;
      const tail = await readLogTail(journal, confirmed.seq, disk);
      if (tail && tail.epoch === epoch && tail.last === confirmed.seq) return false;
      try {
        if (tail && tail.epoch === epoch) return await foldTail();
      } catch (error) {
        if (!(error instanceof ChainBroken)) throw error;
      }
      if (!tail) return false;
      await load(); // the copy was made anew
      return true;
    },
    startWriting: async (wanted) => {
      store = await openFilesStore(folder, () => wanted, { disk, segmentBytes });
      epoch = store.epoch();
      await foldTail();
      stored = confirmed;
    },
    beginEpoch: async (wanted) => {
      await writing;
      await store?.beginEpoch(wanted, confirmed.hash);
      epoch = wanted;
    },
    receive: (lines) => {
      let after = confirmed;
      for (const line of lines) after = fold(after, line, checkLink(after, line));
      confirmed = after;
      if (stored.seq + 1 === lines[0]?.seq) keep(lines);
    },
    adopt: (ledger) => {
      confirmed = ledger;
    },
    fill: async (lines) => {
      let link = stored;
      for (const line of lines) {
        checkLink(link, line);
        link = line;
      }
      keep(lines);
      await writing;
    },
    stored: () => ({ seq: stored.seq, hash: stored.hash }),
    written: async () => {
      await writing;
      if (failed !== undefined) throw failed;
    },
    setAside: async () => {
      savedSeq = Number.POSITIVE_INFINITY; // what is given up needs no snapshot
      await close();
      const kept = await freeName(folder, disk);
      await disk.rename(folder, kept);
      await disk.syncFolder(dirname(folder));
      stored = emptyLedger;
      failed = undefined;
      await load();
      return kept;
    },
    close,
  };
}

async function freeName(folder: string, disk: Disk): Promise<string> {
  for (let at = 1; ; at++) {
    const name = `${folder}.before-${at}`;
    if ((await readLogTail(join(name, "journal"), 0, disk)) === undefined) return name;
  }
}
