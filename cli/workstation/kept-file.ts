/**
 * A file that follows what somebody is doing: written anew with every step of it, gone when it is
 * done. Of what comes while the disk is busy only the newest is written.
 */
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { writeAtomically } from "../../shared/disk/atomic-file.ts";

export interface KeptFile {
  keep(words: object): void;
  drop(): void;
  /** Resolves once what was last said is so. */
  settled(): Promise<void>;
}

/** @param failed told when the disk refuses: the work goes on all the same */
export function keepFile(
  file: string,
  failed: (error: unknown) => void = () => undefined,
): KeptFile {
  let wanted: object | "none" | undefined;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (wanted !== undefined) {
      const next = wanted;
      wanted = undefined;
      if (next === "none") await rm(file, { force: true });
      else {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await writeAtomically(file, [`${JSON.stringify(next, undefined, 2)}\n`]);
      }
    }
    working = undefined;
  }
  const want = (next: object | "none") => {
    wanted = next;
    working ??= work().catch((error) => {
      working = undefined;
      failed(error);
    });
  };
  return {
    keep: want,
    drop: () => want("none"),
    settled: async () => {
      while (working) await working;
    },
  };
}
