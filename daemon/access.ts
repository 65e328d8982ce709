/**
 * Who may speak for which workstation: `access.json` in the office folder, the hash of each
 * token and never the token. Whose workstation it is, the ledger says.
 */
import { z } from "zod";
import { readText, writeAtomically } from "../shared/disk/atomic-file.ts";
import { Grant } from "../shared/wire.ts";
import type { Hash, WorkstationId } from "../shared/words/ids.ts";

const AccessFile = z.object({
  taizhang: z.literal("access"),
  v: z.literal(1),
  grants: z.array(Grant),
});

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
}

/** @throws AccessUnreadable */
export async function openAccess(file: string): Promise<Access> {
  const byHash = new Map<Hash, WorkstationId>();
  for (const { workstation, tokenHash } of await readGrants(file)) {
    byHash.set(tokenHash, workstation);
  }
  let writing = Promise.resolve();
  return {
    findWorkstation: (tokenHash) => byHash.get(tokenHash),
    grant: (grant) => {
      for (const [hash, workstation] of byHash) {
        if (workstation === grant.workstation) byHash.delete(hash);
      }
      byHash.set(grant.tokenHash, grant.workstation);
      const written = writing.then(() => writeGrants(file, byHash));
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

async function readGrants(file: string): Promise<readonly Grant[]> {
  const text = await readText(file);
  if (text === undefined) return [];
  try {
    return AccessFile.parse(JSON.parse(text)).grants;
  } catch (cause) {
    throw new AccessUnreadable(file, { cause });
  }
}

async function writeGrants(file: string, byHash: ReadonlyMap<Hash, WorkstationId>): Promise<void> {
  const grants = [...byHash].map(([tokenHash, workstation]) => ({ workstation, tokenHash }));
  const text = `${JSON.stringify({ taizhang: "access", v: 1, grants }, undefined, 2)}\n`;
  await writeAtomically(file, [text], { mode: 0o600 });
}
