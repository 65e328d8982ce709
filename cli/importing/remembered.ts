/**
 * How sheets were read the last time, by the name of their source: kept in the workstation's own
 * folder when an import was made, so that the next one of the same sheet needs no options. And of
 * a trial, by which profile its rows were read: by another, other rows would be taken.
 */
import { join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import { NewerFormat } from "../../shared/disk/log-errors.ts";
import { canonical, hashText } from "../../shared/ledger/chain.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "../workstation/identity.ts";
import { isUse, type Use } from "./columns.ts";

const Remembered = z.looseObject({
  /** Only these sheets; all that have a header where none is named. */
  sheets: z.array(z.string()).default([]),
  columns: z.record(z.string(), z.string()), // a heading, and what it is used for
  kind: z.string().optional(),
  year: z.int().optional(),
});
export type Remembered = z.infer<typeof Remembered>;

const File = z.looseObject({
  taizhang: z.literal("imports"),
  v: z.literal(1),
  sources: z.record(z.string(), Remembered),
  /** The hash of the profile of each source's trial, until it is imported. */
  trials: z.record(z.string(), z.string()).optional(),
});

export interface Memory {
  find(source: string): Remembered | undefined;
  /** With that its trial is over. */
  keep(source: string, how: Remembered): Promise<void>;
  keepTrial(source: string, profile: Profile): Promise<void>;
  /** Whether there was a trial, and the profile has become another since. */
  isTrialStale(source: string, profile: Profile): boolean;
}

/** @throws NewerFormat */
export async function openMemory(office: string, id: WorkstationId): Promise<Memory> {
  const file = join(workstationFolder(office, id), "imports.json");
  const known = readFile(await readText(file), file);
  const trials = new Map(Object.entries(known.trials ?? {}));
  const write = async (sources = known.sources) => {
    const now = { ...known, sources, trials: Object.fromEntries(trials) };
    const text = JSON.stringify(now, undefined, 2);
    await writeAtomically(file, [`${text}\n`], { mode: 0o600 });
  };
  return {
    find: (source) => (Object.hasOwn(known.sources, source) ? known.sources[source] : undefined),
    keep: (source, how) => {
      trials.delete(source);
      return write({ ...known.sources, [source]: how });
    },
    keepTrial: (source, profile) => {
      trials.set(source, hashOf(profile));
      return write();
    },
    isTrialStale: (source, profile) => {
      const tried = trials.get(source);
      return tried !== undefined && tried !== hashOf(profile);
    },
  };
}

const hashOf = (profile: Profile): string => hashText(canonical(profile));

function readFile(text: string | undefined, file: string): z.infer<typeof File> {
  const none = { taizhang: "imports", v: 1, sources: {} } as const;
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    return none; // only a convenience: it is said anew
  }
  const version = z.looseObject({ v: z.number() }).safeParse(value);
  if (version.success && version.data.v > 1) throw new NewerFormat(file, version.data.v);
  const read = File.safeParse(value);
  return read.success ? read.data : none;
}

/** What is still understood of it. */
export const columnsOf = (how: Remembered | undefined): ReadonlyMap<string, Use> =>
  new Map(Object.entries(how?.columns ?? {}).filter((one): one is [string, Use] => isUse(one[1])));
