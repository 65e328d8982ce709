/**
 * A backup is one only once it was read back: every file is what was written, and the journal in
 * it folds from its first line, each line held against the chain and the signatures.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { realDisk } from "../../../shared/disk/disk.ts";
import { readLogTail } from "../../../shared/disk/log-tail.ts";
import { fold } from "../../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../../shared/ledger/ledger.ts";
import { checkVouchers, type Unvouched } from "../../../shared/ledger/vouching.ts";
import { readLines } from "../../../shared/store/files/files-store.ts";
import { checkLink } from "../../../shared/store/replay.ts";

/** What was copied is not what was there: the backup is not kept. */
export class BackupDiffers extends Error {
  override readonly name = "BackupDiffers";
  readonly file: string;
  constructor(file: string) {
    super(`${file} is not what was copied`);
    this.file = file;
  }
}

export interface BackedUpFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const sha256Of = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** @throws BackupDiffers */
export async function checkFiles(folder: string, files: readonly BackedUpFile[]): Promise<void> {
  for (const { path, sha256 } of files) {
    if (sha256Of(await readFile(join(folder, path))) !== sha256) throw new BackupDiffers(path);
  }
}

/**
 * The ledger that a copied journal folds to.
 * @throws ChainBroken, LogBroken; BackupDiffers where no workstation vouches for a line
 */
export async function replayCopy(
  journal: string,
  progress: (read: number, of: number) => void,
): Promise<{ readonly ledger: Ledger; readonly epoch: string | undefined }> {
  const tail = await readLogTail(journal, 0, realDisk);
  let ledger: Ledger = emptyLedger;
  if (!tail) return { ledger, epoch: undefined };
  const vouchers = checkVouchers((id) => ledger.workstations.get(id)?.publicKey);
  let unvouched: Unvouched | undefined;
  for await (const lines of readLines(tail.parts)) {
    for (const line of lines) {
      ledger = fold(ledger, line, checkLink(ledger, line));
      unvouched ??= await vouchers.read(line);
    }
    progress(ledger.seq, tail.last);
  }
  if (unvouched ?? vouchers.end()) throw new BackupDiffers("journal");
  return { ledger, epoch: tail.epoch };
}
