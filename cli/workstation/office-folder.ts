/**
 * Whether a folder is an office's, and whether the ledger is in it. Opening an office begins a
 * journal where there is none, so an office whose journal is gone must be known before that: an
 * empty ledger in its place would call itself whole.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isCode } from "../../shared/disk/disk.ts";
import { isSegment } from "../../shared/disk/segment.ts";
import { Failed, WrongUse } from "../failure.ts";
import { readIdentities } from "./identity.ts";

export const accessFile = (folder: string): string => join(folder, "access.json");
const journalOf = (folder: string): string => join(folder, "journal");

/** The office machine's own folder; a workstation that joined keeps only a copy of the ledger. */
export const isOffice = (folder: string): boolean =>
  existsSync(journalOf(folder)) || existsSync(accessFile(folder));

const hasJournal = (folder: string): boolean => namesIn(journalOf(folder)).some(isSegment);

/** Whether nothing is missing that opening it would make anew, empty. */
export const isWhole = (folder: string): boolean =>
  hasJournal(folder) && existsSync(accessFile(folder));

/** @throws Failed where the ledger itself is not there any more */
export function checkJournal(folder: string): void {
  if (!hasJournal(folder)) throw new Failed("error.part-missing", { file: journalOf(folder) });
}

/** @throws WrongUse, Failed unless the folder is an office's, with its ledger */
export async function checkOffice(folder: string): Promise<void> {
  if (isOffice(folder)) return checkJournal(folder);
  throw new WrongUse((await isJoined(folder)) ? "error.is-joined" : "error.no-office", { folder });
}

/**
 * A new office in the place of one that lost its ledger would be taken for that one by everybody
 * who joined it; in a workstation's folder it would hide what stands there.
 * @throws WrongUse, Failed where a new office may not be made
 */
export async function checkFree(folder: string): Promise<void> {
  if (isOffice(folder)) return checkJournal(folder);
  if (await isJoined(folder)) throw new WrongUse("init.is-joined", { folder });
}

const isJoined = async (folder: string): Promise<boolean> =>
  (await readIdentities(folder)).some(({ daemon }) => daemon);

/** Somebody worked here, and nobody can any more; one who is just joining begins so too. */
export const isIdentityLost = (folder: string): boolean =>
  namesIn(join(folder, "workstations")).length > 0 && !existsSync(join(folder, "joining.json"));

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}
