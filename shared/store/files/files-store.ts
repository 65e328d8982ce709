/** The store on files: `journal/` and `ledger.json` in the office folder, as one thing. */
import { join } from "node:path";
import { type Cut, type LogOptions, openAppendLog } from "../../disk/append-log.ts";
import { removeLeftovers } from "../../disk/atomic-file.ts";
import { realDisk } from "../../disk/disk.ts";
import { LogFailed } from "../../disk/log-errors.ts";
import type { LogPart } from "../../disk/read-segments.ts";
import { beginning } from "../../ledger/chain.ts";
import type { Recorded } from "../../ledger/operation.ts";
import { type Epoch, type Seq, seqOf } from "../../words/ids.ts";
import { PlaceTaken, StorageFailed, type Store } from "../store.ts";
import { openSnapshot } from "./snapshot.ts";

export interface FilesStore extends Store {
  /** What a write that was cut off left at the end of the journal, now set aside. */
  readonly cut: Cut | undefined;
}

/**
 * @param folder an office folder; nobody else may have it open (see the lock)
 * @param createEpoch names the journal where there is none yet
 * @throws LogBroken, NewerFormat
 */
export async function openFilesStore(
  folder: string,
  createEpoch: () => Epoch,
  options: LogOptions = {},
): Promise<FilesStore> {
  const { disk = realDisk } = options;
  const start = () => ({ epoch: createEpoch(), previous: beginning });
  const snapshotFile = join(folder, "ledger.json");
  await disk.makeFolder(folder);
  await removeLeftovers(snapshotFile, disk);
  const snapshot = openSnapshot(snapshotFile, disk);
  const log = await openAppendLog(join(folder, "journal"), start, options);
  const failedStore = (cause: unknown) =>
    cause instanceof LogFailed ? new StorageFailed(undefined, { cause }) : cause;

  const readSince = (seq: Seq, last?: Seq) => readLines(log.readAfter(seq, last));

  return {
    epoch: () => log.epoch() as Epoch,
    beginEpoch: async (epoch, previous) => {
      try {
        await log.beginEpoch(epoch, previous);
      } catch (cause) {
        throw failedStore(cause);
      }
    },
    cut: log.cut,
    append: async (lines) => {
      const [first] = lines;
      if (!first) return;
      if (first.seq !== log.next()) throw new PlaceTaken(log.next());
      const texts = lines.map((line) => JSON.stringify(line));
      try {
        await log.append(texts, first.previous);
      } catch (cause) {
        throw failedStore(cause);
      }
    },
    readSince,
    loadSnapshot: async () => {
      const saved = await snapshot.load();
      if (!saved || saved.ledger.seq >= log.next()) return undefined;
      const { seq, hash } = saved.ledger;
      if (seq === 0) return saved.ledger;
      for await (const [line] of readSince(seqOf(seq - 1), seq)) {
        if (line?.hash === hash) return saved.ledger;
      }
      return undefined; // of another journal
    },
    saveSnapshot: (ledger) => snapshot.save({ ledger, epoch: log.epoch() as Epoch }),
    close: () => log.close(),
  };
}

/** @throws LogBroken */
export async function* readLines(
  parts: AsyncIterable<LogPart>,
): AsyncIterable<readonly Recorded[]> {
  for await (const part of parts) yield part.texts.map((_, at) => readLine(part, at));
}

/**
 * Looks only at what reading on rests on: the line was read with its schema before it was
 * recorded, and that it is still that line, the chain proves.
 * @throws LogBroken
 */
function readLine({ first, texts, broken }: LogPart, at: number): Recorded {
  const number = first + at;
  let line: Partial<Recorded> | null;
  try {
    line = JSON.parse(texts[at] ?? "");
  } catch (cause) {
    throw broken(number, "not-json", cause);
  }
  if (!isRecorded(line)) throw broken(number, "changed");
  if (line.seq !== number) throw broken(number, "other-number");
  return line;
}

const isText = (value: unknown): boolean => typeof value === "string";

function isRecorded(line: Partial<Recorded> | null): line is Recorded {
  if (line === null || typeof line !== "object") return false;
  const { seq, received, previous, hash } = line;
  const said = "declined" in line ? line.declined?.id : "operation" in line && line.operation?.id;
  const numbered = typeof seq === "number" && isText(received) && isText(previous) && isText(hash);
  return numbered && typeof said === "object" && said !== null && isText(said.workstation);
}
