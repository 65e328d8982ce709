/**
 * The daemon's own key and certificate (P-256), in the office folder. There is no authority behind
 * it: workstations know the key by its hash, which their invitation brought them. The certificate
 * only carries the key through TLS, so its names and years are not looked at.
 */
import { createHash, X509Certificate } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readText, writeAtomically } from "../shared/disk/atomic-file.ts";
import type { Hash } from "../shared/words/ids.ts";

export interface Certificate {
  readonly key: string; // PEM
  readonly certificate: string; // PEM
  readonly keyHash: Hash; // SHA-256 of the public key (SPKI)
}

const years = 20;
const fileIn = (office: string): string => join(office, "tls", "daemon.pem");

/** The files are there and are no key and certificate. */
export class CertificateUnreadable extends Error {
  override readonly name = "CertificateUnreadable";
  readonly file: string;
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} cannot be read`, options);
    this.file = file;
  }
}

/**
 * The office's certificate; made where there is none yet.
 * @throws CertificateUnreadable
 */
export async function openCertificate(
  office: string,
): Promise<Certificate & { readonly isNew: boolean }> {
  const file = fileIn(office);
  const text = await readText(file);
  if (text === undefined) {
    const made = await makeCertificate();
    await keepCertificate(office, made);
    return { ...made, isNew: true };
  }
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text)?.[0];
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text)?.[0];
  try {
    if (!key || !certificate) throw new Error("a part is missing");
    return { key, certificate, keyHash: keyHashOf(certificate), isNew: false };
  } catch (cause) {
    throw new CertificateUnreadable(file, { cause });
  }
}

/** From here on the daemon is known by this key. */
export async function keepCertificate(
  office: string,
  { key, certificate }: Certificate,
): Promise<void> {
  await mkdir(join(office, "tls"), { recursive: true, mode: 0o700 });
  await writeAtomically(fileIn(office), [key, certificate], { mode: 0o600 });
}

/** A new key with its certificate; nothing is written. */
export async function makeCertificate(): Promise<Certificate> {
  const { selfSigned } = await import("./self-signed.ts"); // a large package, used once an office
  const { key, certificate } = await selfSigned(years);
  return { key, certificate, keyHash: keyHashOf(certificate) };
}

function keyHashOf(certificate: string): Hash {
  const spki = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("hex") as Hash;
}
