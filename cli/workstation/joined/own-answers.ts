/** What became of this workstation's own operations, read from the journal's lines. */
import type { Outcome } from "../../../shared/connection.ts";
import type { Operation } from "../../../shared/ledger/operation.ts";
import type { Refusal } from "../../../shared/rules/refusal.ts";
import { nameOf, type Seq, seqOf } from "../../../shared/words/ids.ts";
import type { Outbox } from "./outbox.ts";
import type { Replica } from "./replica.ts";

/** In their order; those that the journal does not have yet are still only kept. */
export async function findAnswers(
  replica: Replica,
  operations: readonly Operation[],
): Promise<readonly Outcome[]> {
  const found = new Map<string, Outcome>();
  const names = new Set(operations.map(({ id }) => nameOf(id)));
  const { tray, returned } = replica.confirmed();
  for await (const lines of replica.readSince(seqOf(operations[0]?.saw.seq ?? 0))) {
    for (const line of lines) {
      const name = nameOf("declined" in line ? line.declined.id : line.operation.id);
      if (!names.has(name)) continue;
      const { seq } = line;
      if ("declined" in line) {
        found.set(name, { outcome: "declined", seq, refusal: line.declined.reason as Refusal });
      } else {
        const late = tray.has(name) || returned.has(name);
        found.set(name, { outcome: "recorded", seq, ...(late ? { late } : {}) });
      }
    }
  }
  return operations.map(({ id }) => found.get(nameOf(id)) ?? { outcome: "kept" });
}

export interface Declined {
  readonly operation: Operation;
  readonly seq: Seq;
  readonly reason: Refusal;
}

/** What the journal has by number and reason only, with the bodies that are kept here (被退回). */
export async function findDeclined(
  replica: Replica,
  outbox: Outbox,
  numbers: readonly { readonly n: number; readonly seq: Seq }[],
): Promise<readonly Declined[]> {
  const found: Declined[] = [];
  for (const { n, seq } of numbers) {
    for await (const [line] of replica.readSince(seqOf(seq - 1), seq)) {
      if (!line || !("declined" in line)) continue;
      for await (const operation of outbox.read(n - 1)) {
        found.push({ operation, seq, reason: line.declined.reason as Refusal });
        break;
      }
    }
  }
  return found;
}
