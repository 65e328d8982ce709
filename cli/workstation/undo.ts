/**
 * Taking back this workstation's last step: all operations of its group, the last one first, each
 * by the operation that undoes it. Nothing leaves the journal.
 */

import type { Connection } from "../../shared/connection.ts";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import { historyOf } from "../../shared/ledger/history.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Operation, OperationBody, RecordedOperation } from "../../shared/ledger/operation.ts";
import { periodIn } from "../../shared/ledger/period-names.ts";
import { statementKey } from "../../shared/ledger/periods.ts";
import { findCounter, type NotUndoable } from "../../shared/ledger/undo.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { nameOf, type OperationId, type Seq, seqOf } from "../../shared/words/ids.ts";

export type Undo =
  | { readonly found: "nothing" }
  | { readonly found: "already" }
  | { readonly found: NotUndoable | "returned"; readonly type: Operation["type"] }
  | {
      readonly found: "counters";
      readonly undoes: OperationId;
      readonly type: Operation["type"];
      readonly bodies: readonly OperationBody[];
    };

/** So many lines are looked through at first, from the newest back; then more, up to the most. */
const page = { first: 500, most: 20_000 };

export async function findUndo(
  connection: Connection,
  ledger: Ledger,
  workstation: WorkstationId,
  reason: string,
): Promise<Undo> {
  const step = await findLastStep(connection, ledger, workstation);
  const last = step.at(-1);
  const operation = last?.operation as Operation | undefined;
  if (!last || !operation) return { found: "nothing" };
  if (operation.undoes) return { found: "already" };
  if (ledger.returned.has(nameOf(operation.id))) {
    return { found: "returned", type: operation.type };
  }
  const type = (step[0]?.operation as Operation | undefined)?.type ?? operation.type;
  const bodies: OperationBody[] = [];
  for (const { operation: one, seq } of step.toReversed()) {
    const known = one as Operation;
    const history = historyOf(await readRecord(connection, findSeqs(ledger, known)));
    const change = history.find((made) => made.seq === seq);
    const counter = findCounter(ledger, known, seq, change, reason);
    if (typeof counter === "string") return { found: counter, type: known.type };
    bodies.push(counter);
  }
  return {
    found: "counters",
    undoes: operation.id,
    type,
    bodies,
  };
}

/** What is sent meanwhile gets other numbers than it had while it waited: then it is read again. */
const tries = 3;

/** The last operation of this workstation that was recorded, with all of its group. */
async function findLastStep(
  connection: Connection,
  ledger: Ledger,
  workstation: WorkstationId,
): Promise<readonly RecordedOperation[]> {
  let step: readonly RecordedOperation[] = [];
  for (let tried = 0; tried < tries; tried++) {
    step = await readLastStep(connection, ledger, workstation);
    const numbers = step.map(({ operation }) => operation.id.n);
    if (numbers.every((n, at) => at === 0 || n === (numbers[at - 1] ?? 0) + 1)) return step;
  }
  return step; // one of them was declined: its number is missing for good
}

async function readLastStep(
  connection: Connection,
  ledger: Ledger,
  workstation: WorkstationId,
): Promise<readonly RecordedOperation[]> {
  const step: RecordedOperation[] = []; // the newest first
  const newest = ledger.workstations.get(workstation)?.seq ?? 0;
  let size = page.first;
  for (let until: number = newest; until > 0; until -= size, size = Math.min(page.most, size * 4)) {
    const lines: RecordedOperation[] = [];
    for await (const some of connection.readSince(seqOf(Math.max(0, until - size)), seqOf(until))) {
      for (const line of some) {
        if ("operation" in line && line.operation.id.workstation === workstation) lines.push(line);
      }
    }
    for (const line of lines.toReversed()) {
      const { group, id } = step.at(-1)?.operation ?? {};
      if (id && line.operation.id.n >= id.n) continue; // seen at its former place
      const isNext = id === undefined || (group !== undefined && line.operation.group === group);
      if (!isNext) return step.toReversed();
      step.push(line);
    }
  }
  return step.toReversed();
}

function findSeqs(ledger: Ledger, operation: Operation): readonly Seq[] {
  const trail = () => {
    switch (operation.type) {
      case "entry-amended":
        return findEntry(ledger.entries, operation.entry)?.trail;
      case "position-amended":
      case "position-reopened":
        return ledger.positions.get(operation.position)?.trail;
      case "problem-amended":
        return ledger.problems.get(operation.problem)?.trail;
      case "publication-amended":
        return ledger.publications.get(operation.publication)?.trail;
      case "duty-ended":
      case "duty-resumed":
        return ledger.duties.get(operation.duty)?.trail;
      case "member-changed":
        return ledger.members.get(operation.member)?.trail;
      case "statement-written":
        return ledger.statements.get(statementKey(periodIn(operation), operation.statement))?.trail;
      default:
        return undefined;
    }
  };
  return trail()?.seqs ?? [];
}

/** The operations with these numbers, oldest first. */
export async function readRecord(
  connection: Connection,
  seqs: readonly Seq[],
): Promise<RecordedOperation[]> {
  const found: RecordedOperation[] = [];
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    for await (const lines of connection.readSince(seqOf(seq - 1), seq)) {
      for (const line of lines) if ("operation" in line) found.push(line);
    }
  }
  return found;
}
