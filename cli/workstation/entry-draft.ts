/**
 * The entry that somebody is just typing, kept on this disk with every key, so that a crash or a
 * closed window costs nothing. It goes when the entry is handed in.
 */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";

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

export interface DraftKeeper {
  /** What was left the last time; undefined where nothing was, or nothing that can be read. */
  find(): Promise<EntryDraft | undefined>;
  /** Of what comes while the disk is busy only the newest is written. */
  keep(values: EntryDraft): void;
  drop(): void;
  /** Resolves once what was last said is so. */
  settled(): Promise<void>;
}

/** @param failed told when the disk refuses: what is typed goes on all the same */
export function keepDrafts(
  office: string,
  workstation: WorkstationId,
  failed: (error: unknown) => void = () => undefined,
): DraftKeeper {
  const file = join(workstationFolder(office, workstation), "drafts", "entry.json");
  let wanted: EntryDraft | "none" | undefined;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (wanted !== undefined) {
      const next = wanted;
      wanted = undefined;
      if (next === "none") await rm(file, { force: true });
      else {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const words = { taizhang: "entry-draft", v: 1, values: next };
        await writeAtomically(file, [`${JSON.stringify(words, undefined, 2)}\n`]);
      }
    }
    working = undefined;
  }
  const want = (next: EntryDraft | "none") => {
    wanted = next;
    working ??= work().catch((error) => {
      working = undefined;
      failed(error);
    });
  };
  return {
    find: async () => {
      try {
        return Draft.parse(JSON.parse((await readText(file)) ?? "")).values;
      } catch {
        return undefined;
      }
    },
    keep: want,
    drop: () => want("none"),
    settled: async () => {
      while (working) await working;
    },
  };
}
