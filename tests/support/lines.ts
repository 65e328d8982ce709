/** Lines of a journal that hang together, for tests that do not care what they say. */
import { beginning, hashLink, hashOperation } from "../../shared/ledger/chain.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { type MemberId, seqOf, type WorkstationId } from "../../shared/words/ids.ts";
import { testNow, Writer } from "./office.ts";

export function* writeLines(count: number, title: string): Generator<Recorded> {
  const identity = { id: "lines001" as WorkstationId, member: "lines001-1" as MemberId };
  const writer = new Writer(identity);
  let previous = beginning;
  for (let at = 1; at <= count; at++) {
    const day = `2022-0${1 + (at % 6)}-${10 + (at % 19)}`;
    const operation = writer.meeting(`${title}${at}`, day);
    const seq = seqOf(at);
    const received = testNow();
    const link = { previous, seq, received, operation: hashOperation(operation) };
    const hash = hashLink(link);
    yield { seq, received, previous, hash, operation };
    previous = hash;
  }
}

export const linesFor = (count: number, title = "例会"): Recorded[] => [
  ...writeLines(count, title),
];
