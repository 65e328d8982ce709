/** What somebody wrote for a statement and could not hand in yet, kept on this disk until they do. */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";

export interface DraftPlace {
  readonly office: string;
  readonly workstation: WorkstationId;
  readonly period: string;
  readonly statement: string;
}

const fileOf = ({ office, workstation, period, statement }: DraftPlace): string =>
  join(workstationFolder(office, workstation), "drafts", `${period}.${statement}.txt`);

/** Undefined where there is none. */
export const findStatementDraft = (place: DraftPlace): Promise<string | undefined> =>
  readText(fileOf(place));

export async function keepStatementDraft(place: DraftPlace, text: string): Promise<void> {
  const file = fileOf(place);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeAtomically(file, [text]);
}

export const dropStatementDraft = (place: DraftPlace): Promise<void> =>
  rm(fileOf(place), { force: true });
