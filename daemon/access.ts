/**
 * Who may speak for which workstation: `access.json` in the office folder, the hash of each
 * token and never the token. Whose workstation it is, the ledger says.
 *
 * Beside them, for half an hour each, what workstations may come back with that the office has
 * lost sight of. That is kept here and not in the journal: a restored journal must not go on
 * before it has back what it lost.
 */
import { z } from "zod";
import { readText, writeAtomically } from "../shared/disk/atomic-file.ts";
import { Grant } from "../shared/wire.ts";
import { Instant } from "../shared/words/dates.ts";
import { Hash, type WorkstationId } from "../shared/words/ids.ts";

const Return = z.object({ tokenHash: Hash, until: Instant });

const AccessFile = z.object({
  taizhang: z.literal("access"),
  v: z.literal(1),
  grants: z.array(Grant),
  returns: z.array(Return).default([]),
});
type AccessFile = z.infer<typeof AccessFile>;

/** The file is there and says something else. */
export class AccessUnreadable extends Error {
  override readonly name = "AccessUnreadable";
  readonly file: string;
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} cannot be read`, options);
    this.file = file;
  }
}

export interface Access {
  findWorkstation(tokenHash: Hash): WorkstationId | undefined;
  /** On the disk once it resolves; a workstation has one token at a time. */
  grant(grant: Grant): Promise<void>;
  /** Workstations may come back with that token. On the disk once it resolves. */
  allowReturn(tokenHash: Hash, until: Instant): Promise<void>;
  mayReturn(tokenHash: Hash, now: Instant): boolean;
}

/** @throws AccessUnreadable */
export async function openAccess(file: string): Promise<Access> {
  const { grants, returns: known } = await readAccess(file);
  const byHash = new Map(grants.map(({ tokenHash, workstation }) => [tokenHash, workstation]));
  let returns = known;
  let writing = Promise.resolve();
  const write = () => {
    const all = [...byHash].map(([tokenHash, workstation]) => ({ workstation, tokenHash }));
    const written = writing.then(() => writeAccess(file, { grants: all, returns }));
    writing = written.catch(() => undefined);
    return written;
  };
  return {
    findWorkstation: (tokenHash) => byHash.get(tokenHash),
    grant: (grant) => {
      for (const [hash, workstation] of byHash) {
        if (workstation === grant.workstation) byHash.delete(hash);
      }
      byHash.set(grant.tokenHash, grant.workstation);
      return write();
    },
    allowReturn: (tokenHash, until) => {
      returns = [...returns.slice(-returnsKept), { tokenHash, until }];
      return write();
    },
    mayReturn: (tokenHash, now) =>
      returns.some((one) => one.tokenHash === tokenHash && now <= one.until),
  };
}

const returnsKept = 20;
type Kept = Pick<AccessFile, "grants" | "returns">;

async function readAccess(file: string): Promise<Kept> {
  const text = await readText(file);
  if (text === undefined) return { grants: [], returns: [] };
  try {
    return AccessFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new AccessUnreadable(file, { cause });
  }
}

async function writeAccess(file: string, { grants, returns }: Kept): Promise<void> {
  const more = returns.length > 0 ? { returns } : {};
  const text = JSON.stringify({ taizhang: "access", v: 1, grants, ...more }, undefined, 2);
  await writeAtomically(file, [`${text}\n`], { mode: 0o600 });
}
