/**
 * `ledger.json`: the folded ledger, kept by lowdb so that people and programs can read it. A cache
 * that the journal can always make anew; what cannot be read is passed over.
 */
import { type Adapter, Low } from "lowdb";
import { writeAtomically } from "../../disk/atomic-file.ts";
import { type Disk, isCode } from "../../disk/disk.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { readSnapshot, SnapshotUnreadable, snapshotLines } from "../../ledger/snapshot.ts";
import type { Epoch } from "../../words/ids.ts";

export interface Saved {
  readonly ledger: Ledger;
  readonly epoch: Epoch;
}

/** Syncs before it renames, and never writes the whole ledger as one string. */
class SnapshotFile implements Adapter<Saved | null> {
  readonly #file: string;
  readonly #disk: Disk;
  constructor(file: string, disk: Disk) {
    this.#file = file;
    this.#disk = disk;
  }
  async read(): Promise<Saved | null> {
    try {
      return readSnapshot(linesOf(await this.#disk.read(this.#file)));
    } catch (error) {
      if (error instanceof SnapshotUnreadable || isCode(error, "ENOENT")) return null;
      throw error;
    }
  }
  async write(saved: Saved | null): Promise<void> {
    if (saved) await writeAtomically(this.#file, withNewlines(saved), { disk: this.#disk });
  }
}

export function openSnapshot(file: string, disk: Disk) {
  const low = new Low<Saved | null>(new SnapshotFile(file, disk), null);
  let saving = Promise.resolve();
  return {
    load: async (): Promise<Saved | undefined> => {
      await low.read();
      const { data } = low;
      low.data = null; // the ledger lives on elsewhere; nothing is held twice
      return data ?? undefined;
    },
    save: (saved: Saved): Promise<void> => {
      const done = saving.then(async () => {
        low.data = saved;
        try {
          await low.write();
        } finally {
          low.data = null;
        }
      });
      saving = done.catch(() => undefined);
      return done;
    },
  };
}

function* withNewlines({ ledger, epoch }: Saved): Generator<string> {
  for (const line of snapshotLines(ledger, epoch)) yield `${line}\n`;
}

/** Made into text block by block: quick, and no ledger is too long for one string. */
const blockBytes = 4 * 1024 * 1024;

function* linesOf(content: Buffer): Generator<string> {
  for (let at = 0; at < content.length; ) {
    const block = content.subarray(at, at + blockBytes);
    const last = at + block.length < content.length ? block.lastIndexOf(10) : block.length;
    const end = last < 0 ? content.indexOf(10, at) : at + last;
    const stop = end < 0 ? content.length : end;
    yield* content.toString("utf8", at, stop).split("\n");
    at = stop + 1;
  }
}
