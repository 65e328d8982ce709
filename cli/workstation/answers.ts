/** Reading what a daemon answered: whole, as JSON, or as the reason for which it did nothing. */
import type { IncomingMessage } from "node:http";
import { RequestFailed, Unreachable } from "../../shared/connection.ts";
import { ErrorAnswer, type WireError } from "../../shared/wire.ts";

/**
 * @param most so many bytes at the most: for those whom nothing is known of yet
 * @throws Unreachable when the line breaks off in the middle of the answer
 */
export async function bytesOf(
  response: IncomingMessage,
  most = Number.POSITIVE_INFINITY,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response) {
      bytes += (piece as Buffer).length;
      if (bytes > most) throw new Error("the answer is too large");
      pieces.push(piece as Buffer);
    }
  } catch (cause) {
    throw new Unreachable("answer", { cause });
  }
  return Buffer.concat(pieces);
}

/** Undefined for what is no JSON: it is not ours, and the schema of the caller says so. */
export async function jsonOf(response: IncomingMessage, most?: number): Promise<unknown> {
  const text = (await bytesOf(response, most)).toString();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws RequestFailed always */
export function throwAnswer(value: unknown): never {
  const answer = ErrorAnswer.safeParse(value);
  throw new RequestFailed(
    answer.success ? (answer.data.error as unknown as WireError) : { code: "internal" },
  );
}
