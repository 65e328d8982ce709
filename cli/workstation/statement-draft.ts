/**
 * What somebody wrote for a statement and has not handed in yet, kept on this disk until they do:
 * with the number of the ledger that they had before their eyes when they began.
 */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import { Seq, type WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";

const Draft = z.object({
  taizhang: z.literal("statement-draft"),
  v: z.literal(1),
  saw: Seq,
  text: z.string(),
});
export type StatementDraft = Pick<z.infer<typeof Draft>, "saw" | "text">;

export interface DraftPlace {
  readonly office: string;
  readonly workstation: WorkstationId;
  readonly period: string;
  readonly statement: string;
}

const fileOf = ({ office, workstation, period, statement }: DraftPlace): string =>
  join(workstationFolder(office, workstation), "drafts", `${period}.${statement}.json`);

/** Undefined where there is none, or none that can be read. */
export async function findStatementDraft(place: DraftPlace): Promise<StatementDraft | undefined> {
  try {
    return Draft.parse(JSON.parse((await readText(fileOf(place))) ?? ""));
  } catch {
    return undefined;
  }
}

export async function keepStatementDraft(
  place: DraftPlace,
  { saw, text }: StatementDraft,
): Promise<void> {
  const file = fileOf(place);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const words = { taizhang: "statement-draft", v: 1, saw, text };
  await writeAtomically(file, [`${JSON.stringify(words, undefined, 2)}\n`]);
}

export const dropStatementDraft = (place: DraftPlace): Promise<void> =>
  rm(fileOf(place), { force: true });
