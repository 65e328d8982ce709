/**
 * A workstation of this machine: a folder with its name, its key and its token, readable by its
 * owner alone. It belongs to one member; a machine that three people share has three.
 */
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import { NewerFormat } from "../../shared/disk/log-errors.ts";
import type { Grant } from "../../shared/wire.ts";
import { Hash, MemberId, WorkstationId } from "../../shared/words/ids.ts";

export const Identity = z.object({
  taizhang: z.literal("workstation"),
  v: z.literal(1),
  id: WorkstationId,
  member: MemberId,
  name: z.string(), // the member's, for choosing among several
  first: z.boolean(), // made with the office itself
  turn: z.int().optional(), // its place among those that joined in this folder; none in those of 0.2
  privateKey: z.string(), // Ed25519, PKCS#8 in base64
  publicKey: z.string(), // Ed25519, SPKI in base64
  token: z.string().min(20),
  /** The daemon that let it in, by its key; absent for a workstation on the office machine. */
  daemon: z
    .object({
      key: Hash,
      addresses: z.array(z.string()),
      port: z.int().min(1).max(65_535),
      office: z.string(),
    })
    .optional(),
});
export type Identity = z.infer<typeof Identity>;

/** The file is there and is none of ours, or not whole. */
export class IdentityUnreadable extends Error {
  override readonly name = "IdentityUnreadable";
  readonly file: string;
  constructor(file: string, options?: ErrorOptions) {
    super(file, options);
    this.file = file;
  }
}

const alphabet = "abcdefghijkmnpqrstuvwxyz23456789"; // nothing that is misread aloud

export function newWorkstationId(): WorkstationId {
  const letters = Array.from(randomBytes(8), (byte) => alphabet[byte % 32]);
  return letters.join("") as WorkstationId;
}

/** A new key and token for a workstation; nothing is written. */
export function createIdentity(
  id: WorkstationId,
  member: MemberId,
  name: string,
  first = false,
): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const text = (der: Buffer) => der.toString("base64");
  return {
    taizhang: "workstation",
    v: 1,
    id,
    member,
    name,
    first,
    privateKey: text(privateKey.export({ type: "pkcs8", format: "der" })),
    publicKey: text(publicKey.export({ type: "spki", format: "der" })),
    token: randomBytes(32).toString("base64url"),
  };
}

/** What the daemon keeps of it: never the token. */
export const grantOf = ({ id, token }: Identity): Grant => ({
  workstation: id,
  tokenHash: Hash.parse(createHash("sha256").update(token).digest("hex")),
});

export const workstationFolder = (office: string, id: WorkstationId): string =>
  join(office, "workstations", id);

export async function keepIdentity(office: string, identity: Identity): Promise<void> {
  const folder = workstationFolder(office, identity.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(identity, undefined, 2)}\n`;
  await writeAtomically(join(folder, "workstation.json"), [text], { mode: 0o600 });
}

const Version = z.looseObject({ v: z.number() });

/** @throws IdentityUnreadable, NewerFormat */
function readIdentity(text: string, file: string): Identity {
  try {
    const value: unknown = JSON.parse(text);
    const { v } = Version.parse(value);
    if (v > 1) throw new NewerFormat(file, v);
    return Identity.parse(value);
  } catch (cause) {
    if (cause instanceof NewerFormat) throw cause;
    throw new IdentityUnreadable(file, { cause });
  }
}

/**
 * All workstations of this office on this machine: the first one first, then as they joined.
 * @throws IdentityUnreadable, NewerFormat
 */
export async function readIdentities(office: string): Promise<readonly Identity[]> {
  let names: string[];
  try {
    names = await readdir(join(office, "workstations"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  const found: Identity[] = [];
  for (const name of names.sort()) {
    const file = join(office, "workstations", name, "workstation.json");
    const text = await readText(file);
    if (text === undefined) continue; // begun and never finished: nobody was let in
    found.push(readIdentity(text, file));
  }
  return found.sort((a, b) => Number(b.first) - Number(a.first) || (a.turn ?? 0) - (b.turn ?? 0));
}
