/**
 * The entry that somebody is just typing, kept on this disk with every key, so that a crash or a
 * closed window costs nothing. It goes when the entry is handed in.
 */
import { join } from "node:path";
import { z } from "zod";
import { readText } from "../../shared/disk/atomic-file.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";
import { type KeptFile, keepFile } from "./kept-file.ts";

const Draft = z.object({
  taizhang: z.literal("entry-draft"),
  v: z.literal(1),
  values: z.record(
    z.string(),
    z.object({ text: z.string(), chosen: z.array(z.string()), passed: z.boolean() }),
  ),
});
/** What stands in the form, by the names of its fields. */
export type EntryDraft = Readonly<
  Record<
    string,
    { readonly text: string; readonly chosen: readonly string[]; readonly passed: boolean }
  >
>;

export interface DraftKeeper extends KeptFile {
  /** What was left the last time; undefined where nothing was, or nothing that can be read. */
  find(): Promise<EntryDraft | undefined>;
  keep(values: EntryDraft): void;
}

/** @param failed told when the disk refuses: what is typed goes on all the same */
export function keepDrafts(
  office: string,
  workstation: WorkstationId,
  failed?: (error: unknown) => void,
): DraftKeeper {
  const file = join(workstationFolder(office, workstation), "drafts", "entry.json");
  const kept = keepFile(file, failed);
  return {
    ...kept,
    find: async () => {
      try {
        return Draft.parse(JSON.parse((await readText(file)) ?? "")).values;
      } catch {
        return undefined;
      }
    },
    keep: (values) => kept.keep({ taizhang: "entry-draft", v: 1, values }),
  };
}
