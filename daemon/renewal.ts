/**
 * Renewing the daemon's key: the old one signs the new one before it is given up, so workstations
 * go along by themselves. The signatures stay in `tls/handovers.json`: a workstation may be away
 * for as long as it likes.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readText, writeAtomically } from "../shared/disk/atomic-file.ts";
import { acquireLock } from "../shared/disk/lock.ts";
import { type Handover, Handovers, handOver, mostHandovers } from "../shared/handover.ts";
import type { Hash } from "../shared/words/ids.ts";
import { keepCertificate, makeCertificate, openCertificate } from "./certificate.ts";

/** The file is there and is no list of hand-overs. */
export class HandoversUnreadable extends Error {
  override readonly name = "HandoversUnreadable";
  readonly file: string;
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} cannot be read`, options);
    this.file = file;
  }
}

const fileIn = (office: string): string => join(office, "tls", "handovers.json");

/** @throws HandoversUnreadable */
export async function readHandovers(office: string): Promise<readonly Handover[]> {
  const file = fileIn(office);
  const text = await readText(file);
  if (text === undefined) return [];
  try {
    return Handovers.parse(JSON.parse(text)).handovers;
  } catch (cause) {
    throw new HandoversUnreadable(file, { cause });
  }
}

/**
 * While no daemon serves the office. The hand-over is kept first: broken off behind it, the old key
 * stays in use, and a hand-over to a key that nobody has leads nowhere.
 * @param handsOver whether the old key signs the new one; not if others may have it
 * @param patience how long to wait for another program that has the office open, in milliseconds
 * @returns the new key's hash
 * @throws LockHeld, CertificateUnreadable, HandoversUnreadable
 */
export async function renewKey(
  office: string,
  handsOver: boolean,
  patience: number,
): Promise<Hash> {
  const lock = await acquireLock(join(office, "lock"), patience);
  try {
    const next = await makeCertificate();
    await keepHandovers(office, handsOver ? await withNext(office, next.keyHash) : []);
    await keepCertificate(office, next);
    return next.keyHash;
  } finally {
    await lock.release();
  }
}

async function withNext(office: string, next: Hash): Promise<readonly Handover[]> {
  const { key } = await openCertificate(office);
  const all = [...(await readHandovers(office)), handOver(key, next)];
  return all.slice(-mostHandovers); // who was away for more has to be asked back
}

async function keepHandovers(office: string, handovers: readonly Handover[]): Promise<void> {
  const file = { taizhang: "handovers", v: 1, handovers };
  await mkdir(join(office, "tls"), { recursive: true, mode: 0o700 });
  await writeAtomically(fileIn(office), [`${JSON.stringify(file, undefined, 2)}\n`]);
}
