/** When this folder was last backed up, and where that copy was put. */
import { join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../../shared/disk/atomic-file.ts";
import { lastName } from "./copying.ts";

const LastBackup = z.object({
  taizhang: z.literal("last-backup"),
  v: z.literal(1),
  at: z.string(),
  folder: z.string(),
  seq: z.int().min(0),
});
export type LastBackup = z.infer<typeof LastBackup>;

/**
 * A note, and no more: the copy is made and was read back. What the system refuses here (a full disk,
 * a read-only one) does not make it a failed one; anything else is a fault of ours.
 */
export async function keepLast(
  folder: string,
  { at, folder: made, seq }: Pick<LastBackup, "at" | "folder" | "seq">,
): Promise<void> {
  const words = { taizhang: "last-backup", v: 1, at, folder: made, seq };
  const text = `${JSON.stringify(words, undefined, 2)}\n`;
  try {
    await writeAtomically(join(folder, lastName), [text]);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

/** Undefined where none was made here, or where that note cannot be read. */
export async function findLastBackup(folder: string): Promise<LastBackup | undefined> {
  try {
    return LastBackup.parse(JSON.parse((await readText(join(folder, lastName))) ?? ""));
  } catch {
    return undefined;
  }
}
