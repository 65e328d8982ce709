/** Operations in as many as fit into one request. */
import type { Envelope } from "../../shared/ledger/operation.ts";
import { maxBatch, maxBytes } from "../../shared/wire.ts";

/** A batch leaves room for what is around it in the request. */
const batchBytes = maxBytes / 2;

/** The next ones that go together; at least one, if there is any. */
export async function nextBatch<T extends Envelope>(
  operations: AsyncIterable<T> | Iterable<T>,
): Promise<readonly T[]> {
  const batch: T[] = [];
  let bytes = 0;
  for await (const operation of operations) {
    bytes += JSON.stringify(operation).length * 2; // Chinese takes more bytes than characters
    if (batch.length > 0 && bytes > batchBytes) break;
    batch.push(operation);
    if (batch.length === maxBatch) break;
  }
  return batch;
}

/** All of them, batch by batch. */
export async function* batchesOf<T extends Envelope>(
  operations: readonly T[],
): AsyncIterable<readonly T[]> {
  for (let at = 0; at < operations.length; ) {
    const batch = await nextBatch(from(operations, at));
    yield batch;
    at += batch.length;
  }
}

function* from<T>(list: readonly T[], start: number): Iterable<T> {
  for (let at = start; at < list.length; at++) yield list[at] as T;
}
