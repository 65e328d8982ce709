/**
 * Canonical JSON and the hashes made from it.
 *
 * Canonical: keys in code-unit order, no blanks, numbers and strings as JSON.stringify writes
 * them, undefined members left out (the number and string rules of RFC 8785). The same value has
 * the same bytes on every machine, whoever built the object and in whatever order.
 */
import { createHash, hash } from "node:crypto";
import type { Instant } from "../words/dates.ts";
import type { Hash, OperationId, Seq } from "../words/ids.ts";

/** Keys as they are written, kept: the same few stand in every operation. */
const written = new Map<string, string>();
const keptKeys = 4_096; // whatever keys a stranger may think of, no more

function writtenKey(key: string): string {
  let text = written.get(key);
  if (text === undefined) {
    if (written.size >= keptKeys) written.clear();
    text = `${JSON.stringify(key)}:`;
    written.set(key, text);
  }
  return text;
}

/** The canonical text of anything that JSON can hold. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) {
    let text = "[";
    for (let at = 0; at < value.length; at++) text += (at > 0 ? "," : "") + canonical(value[at]);
    return `${text}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = "{";
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    if (text.length > 1) text += ",";
    text += writtenKey(key) + canonical(member);
  }
  return `${text}}`;
}

export const hashText = (text: string): Hash => hash("sha256", text, "hex") as Hash;

/** A hash over text that comes in pieces, for what is too long for one string. */
export function hashPieces(): { add(piece: string): void; end(): Hash } {
  const pieces = createHash("sha256");
  return {
    add: (piece) => void pieces.update(piece),
    end: () => pieces.digest("hex") as Hash,
  };
}

/** The hash of an operation: over all it says, also what this version does not know. */
export const hashOperation = (operation: unknown): Hash => hashText(canonical(operation));

/** What stands before the first line of a journal, and before a workstation's first operation. */
export const beginning = "0".repeat(64) as Hash;

interface Link {
  readonly previous: Hash;
  readonly seq: Seq;
  readonly received: Instant;
  /** The hash of the operation, recorded or declined. */
  readonly operation: Hash;
  readonly declined?: { readonly id: OperationId; readonly reason: unknown };
  /** Of the workstation, where the line carries one. */
  readonly signature?: string | undefined;
  /** Where the line stood before it was handed back. */
  readonly handedBack?: object | undefined;
}

/** The chain: each line's hash stands for it and for every line before it. */
export const hashLink = (link: Link): Hash => {
  const { previous, seq, received, operation, declined, signature, handedBack } = link;
  const said: unknown[] = [previous, seq, received, operation, declined ?? null];
  if (signature !== undefined || handedBack) said.push(signature ?? null);
  if (handedBack) said.push(handedBack);
  return hashText(canonical(said));
};
