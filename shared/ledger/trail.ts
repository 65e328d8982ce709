/**
 * The trail of a record: which operations touched it, and what two people disagree on.
 *
 * Edits of different fields merge. Of one field edited by two workstations that had not seen each
 * other's edit, the first recorded counts, the later one is kept beside it, until somebody who
 * has seen both (the rules: the author or the leader) writes the field again.
 * No rule here reads a clock: "had seen" compares sequence numbers.
 */
import type { Instant } from "../words/dates.ts";
import type { MemberId, Seq, WorkstationId } from "../words/ids.ts";
import type { Sight } from "./sight.ts";

/** Who acts, as the fold needs it: the number, and which lines its author had seen. */
export interface Act {
  readonly seq: Seq;
  readonly name: string; // of the operation
  readonly sees: Sight;
  readonly workstation: WorkstationId;
  readonly by: MemberId;
  readonly received: Instant;
}

export type Conflict =
  | {
      readonly about: "field";
      readonly field: string;
      readonly value: unknown; // what does not count, for now
      readonly seq: Seq;
      readonly workstation: WorkstationId;
      readonly by: MemberId;
    }
  | { readonly about: "void"; readonly seq: Seq; readonly by: MemberId }
  | { readonly about: "step"; readonly step: string; readonly seq: Seq; readonly by: MemberId };

export interface Voided {
  readonly seq: Seq;
  readonly by: MemberId;
  readonly reason: string;
}

export interface Trail {
  readonly by: MemberId; // who wrote the record down
  readonly received: Instant; // when; the day of the act is another matter
  readonly workstation: WorkstationId;
  /** Every operation that touched it, oldest first; the first one made it. */
  readonly seqs: readonly Seq[];
  /** The last change of each field that was changed since; absent while none was. */
  readonly edits?: Readonly<
    Record<string, { readonly seq: Seq; readonly workstation: WorkstationId }>
  >;
  readonly conflicts?: readonly Conflict[];
  readonly voided?: Voided;
  /** Let in by the leader after its period was closed (更正). */
  readonly admitted?: Seq;
}

export interface Tracked {
  readonly trail: Trail;
}

export const startTrail = (act: Act): Trail => ({
  by: act.by,
  received: act.received,
  workstation: act.workstation,
  seqs: [act.seq],
});

/** In the order in which they were written down: a table gives them in none. */
export const byWritten = (a: Tracked, b: Tracked): number =>
  (a.trail.seqs[0] ?? 0) - (b.trail.seqs[0] ?? 0);

export const isVoided = (record: Tracked): boolean => record.trail.voided !== undefined;
export const isDisputed = (record: Tracked): boolean => (record.trail.conflicts?.length ?? 0) > 0;

/** Did the author of this act know of the other operation? One's own are always known. */
const hadSeen = (act: Act, seq: Seq, workstation: WorkstationId): boolean =>
  act.workstation === workstation || act.sees(seq);

const withConflicts = (trail: Trail, conflicts: readonly Conflict[]): Trail => {
  const { conflicts: _, ...rest } = trail;
  return conflicts.length > 0 ? { ...rest, conflicts } : rest;
};

export const addConflict = (trail: Trail, conflict: Conflict): Trail =>
  withConflicts(trail, [...(trail.conflicts ?? []), conflict]);

/**
 * The record with these fields changed. `null` takes an optional field away; a field that
 * another changed meanwhile keeps its value and gets a conflict.
 */
export function amendFields<R extends Tracked>(
  record: R,
  changes: Readonly<Record<string, unknown>>,
  act: Act,
): R {
  let conflicts = record.trail.conflicts ?? [];
  const edits = { ...record.trail.edits };
  const values: Record<string, unknown> = {};
  const first = { seq: record.trail.seqs[0] as Seq, workstation: record.trail.workstation };
  for (const field of Object.keys(changes).sort()) {
    const value = changes[field];
    if (value === undefined) continue;
    const last = edits[field] ?? first;
    const isField = (conflict: Conflict) => conflict.about === "field" && conflict.field === field;
    if (!hadSeen(act, last.seq, last.workstation)) {
      const { seq, workstation, by } = act;
      conflicts = conflicts.filter(
        (one) => !(isField(one) && "workstation" in one && one.workstation === workstation),
      );
      conflicts = [...conflicts, { about: "field", field, value, seq, workstation, by }];
      continue;
    }
    values[field] = value;
    edits[field] = { seq: act.seq, workstation: act.workstation };
    conflicts = conflicts.filter((one) => !isField(one) || !act.sees(one.seq));
  }
  if (Object.keys(changes).length === 0) {
    // An amendment that changes nothing says: I have seen both steps, it stays as it is.
    conflicts = conflicts.filter((one) => !(one.about === "step" && act.sees(one.seq)));
  }
  const { voided } = record.trail;
  if (voided && !act.sees(voided.seq)) {
    conflicts = [...conflicts, { about: "void", seq: act.seq, by: act.by }];
  }
  const trail = withConflicts(
    {
      ...record.trail,
      seqs: [...record.trail.seqs, act.seq],
      ...(Object.keys(edits).length > 0 ? { edits } : {}),
    },
    conflicts,
  );
  const amended = { ...record, ...values, trail } as unknown as Record<string, unknown>;
  for (const field of Object.keys(values)) if (values[field] === null) delete amended[field];
  return amended as unknown as R;
}

/** Taken out of every tally, with its reason; a second void changes nothing but the trail. */
export function voidRecord<R extends Tracked>(record: R, reason: string, act: Act): R {
  const { trail } = record;
  const seqs = [...trail.seqs, act.seq];
  if (trail.voided) {
    // Said once more by one who has seen both: that settles it.
    const left = (trail.conflicts ?? []).filter(
      (one) => !(one.about === "void" && act.sees(one.seq)),
    );
    return { ...record, trail: withConflicts({ ...trail, seqs }, left) };
  }
  const voided = { seq: act.seq, by: act.by, reason };
  const amendedUnseen = Object.values(trail.edits ?? {}).some(
    (edit) => !hadSeen(act, edit.seq, edit.workstation),
  );
  const marked = { ...trail, seqs, voided };
  return {
    ...record,
    trail: amendedUnseen
      ? addConflict(marked, { about: "void", seq: act.seq, by: act.by })
      : marked,
  };
}

/** The counter-operation of a void: back in every tally. */
export function restoreRecord<R extends Tracked>(record: R, act: Act): R {
  const { voided: _, conflicts, ...trail } = record.trail;
  const left = (conflicts ?? []).filter((conflict) => conflict.about !== "void");
  return { ...record, trail: withConflicts({ ...trail, seqs: [...trail.seqs, act.seq] }, left) };
}

/** A set with what was added and without what was removed: sets merge, they never conflict. */
export function mergeSet<T>(
  before: readonly T[],
  change:
    | { readonly add?: readonly T[] | undefined; readonly remove?: readonly T[] | undefined }
    | undefined,
): readonly T[] {
  if (!change) return before;
  const removed = new Set(change.remove ?? []);
  return [...new Set([...before.filter((one) => !removed.has(one)), ...(change.add ?? [])])].sort();
}
