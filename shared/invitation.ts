/**
 * An invitation as one string that can be read aloud, typed, scanned or carried on a stick: where
 * the daemon is, by which key it is known, and a token that lets one workstation in, or those come
 * back that the office has lost sight of.
 *
 * Bech32m (BIP 350): only letters and digits that are not mixed up, and a checksum of six of them
 * that finds every mistake in up to four characters. Dashes are for the eye.
 *
 * Bytes: 1 for joining or 2 for coming back, port (2), the first 10 of the key's SHA-256, token (10), then the daemon's IPv4
 * addresses (4 each, at most three).
 */
import { bech32m } from "@scure/base";

export interface Invitation {
  readonly to: "join" | "come-back";
  /** The first 20 hexadecimal digits of the SHA-256 of the daemon's public key. */
  readonly key: string;
  /** 20 hexadecimal digits: 80 bits of chance. */
  readonly token: string;
  readonly port: number;
  readonly addresses: readonly string[];
}

const prefix = "tz";
const purposes = ["join", "come-back"] as const;
const keyBytes = 10;
const tokenBytes = 10;
export const mostAddresses = 3;
const longest = 120; // characters without dashes
const groupLength = 5;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const isIPv4 = (address: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(address) && address.split(".").every((part) => Number(part) < 256);

/** The daemon's addresses that are no IPv4 are left out: there it is found by asking around. */
export function invitationText({ to, key, token, port, addresses }: Invitation): string {
  const places = addresses.filter(isIPv4).slice(0, mostAddresses);
  const bytes = Uint8Array.from([
    purposes.indexOf(to) + 1,
    port >> 8,
    port & 255,
    ...Buffer.from(key.slice(0, keyBytes * 2), "hex"),
    ...Buffer.from(token, "hex"),
    ...places.flatMap((address) => address.split(".").map(Number)),
  ]);
  const text = bech32m.encode(prefix, bech32m.toWords(bytes), longest).toUpperCase();
  return (text.match(new RegExp(`.{1,${groupLength}}`, "g")) ?? []).join("-");
}

/** Undefined for what no daemon made: a character is wrong or missing. */
export function readInvitation(text: string): Invitation | undefined {
  const plain = text.replace(/[\s\-–—]/g, "").toLowerCase();
  let bytes: Uint8Array;
  try {
    const read = bech32m.decode(plain as `${string}1${string}`, longest);
    if (read.prefix !== prefix) return undefined;
    bytes = bech32m.fromWords(read.words);
  } catch {
    return undefined;
  }
  const fixed = 3 + keyBytes + tokenBytes;
  const rest = bytes.length - fixed;
  const [version = 0, high = 0, low = 0] = bytes;
  const to = purposes[version - 1];
  if (to === undefined || rest < 0 || rest % 4 !== 0) return undefined;
  const addresses: string[] = [];
  for (let at = fixed; at < bytes.length; at += 4) {
    addresses.push([...bytes.subarray(at, at + 4)].join("."));
  }
  return {
    to,
    port: high * 256 + low,
    key: hex(bytes.subarray(3, 3 + keyBytes)),
    token: hex(bytes.subarray(3 + keyBytes, fixed)),
    addresses,
  };
}
