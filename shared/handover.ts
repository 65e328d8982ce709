/**
 * The daemon has a new key, and its old one says so. Whoever knows the old key follows the signed
 * hand-overs, one after the other, to the key that is shown now; nobody has to be asked.
 */
import { createHash, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";
import { Hash } from "./words/ids.ts";

export const Handover = z.object({
  from: z.string().max(500), // the old public key, SPKI in base64
  to: Hash, // SHA-256 of the new one's SPKI
  signature: z.string().max(200), // ECDSA with SHA-256, DER in base64
});
export type Handover = z.infer<typeof Handover>;

export const mostHandovers = 100;

/** The same on the disk and on the wire; the oldest first. */
export const Handovers = z.object({
  taizhang: z.literal("handovers"),
  v: z.literal(1),
  handovers: z.array(Handover).max(mostHandovers),
});

/** An answer with more bytes than this is none. */
export const handoversBytes = 128 * 1024;

const signed = (to: Hash): Buffer => Buffer.from(`taizhang daemon key v1\n${to}\n`);

/** @param key the old private key (P-256), PEM */
export function handOver(key: string, to: Hash): Handover {
  const from = createPublicKey(key).export({ type: "spki", format: "der" });
  const signature = sign("sha256", signed(to), key).toString("base64");
  return { from: from.toString("base64"), to, signature };
}

/**
 * Whether signatures lead from a key to another.
 * @param known the SHA-256 of the key that is known, or at least its first 20 hexadecimal digits
 */
export function leadsTo(handovers: readonly Handover[], known: string, shown: Hash): boolean {
  const passed = new Set<string>();
  const waiting = [known];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const handover of handovers) {
      const isNext = formerKey(handover).startsWith(key) && !passed.has(handover.to);
      if (!isNext || !holds(handover)) continue;
      if (handover.to === shown) return true;
      passed.add(handover.to);
      waiting.push(handover.to);
    }
  }
  return false;
}

/** The hash of the key that was handed over. */
export const formerKey = ({ from }: Handover): Hash =>
  Hash.parse(createHash("sha256").update(Buffer.from(from, "base64")).digest("hex"));

function holds({ from, to, signature }: Handover): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(from, "base64"),
      type: "spki",
      format: "der",
    });
    return verify("sha256", signed(to), key, Buffer.from(signature, "base64"));
  } catch {
    return false; // no key: it hands nothing over
  }
}
