/** Lines of a journal that hang together, for tests that do not care what they say. */

import { hashLink, hashOperation } from "../../shared/ledger/chain.ts";
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { type MemberId, seqOf, type WorkstationId } from "../../shared/words/ids.ts";
import { testNow, Writer } from "./office.ts";

export function linesFor(count: number, title = "例会"): Recorded[] {
  const identity = { id: "lines001" as WorkstationId, member: "lines001-1" as MemberId };
  const writer = new Writer(identity);
  let ledger = emptyLedger;
  return Array.from({ length: count }, (_, at) => {
    const operation = writer.meeting(`${title}${at + 1}`);
    const { hash: previous } = ledger;
    const seq = seqOf(ledger.seq + 1);
    const received = testNow();
    const link = { previous, seq, received, operation: hashOperation(operation) };
    const line: Recorded = { seq, received, previous, hash: hashLink(link), operation };
    ledger = fold(ledger, line);
    return line;
  });
}
