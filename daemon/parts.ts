/**
 * Pushes that are too long for one request: their parts are kept in memory, and nothing of them is
 * decided or written before the last one has come. So an import of thousands is recorded whole, or,
 * when its sender stops in the middle, not at all.
 *
 * What does not follow the part before begins anew; what is not finished in time is forgotten.
 */
import { RequestFailed } from "../shared/connection.ts";
import type { Envelope } from "../shared/ledger/operation.ts";
import { maxTogether, maxTogetherBytes } from "../shared/wire.ts";
import type { WorkstationId } from "../shared/words/ids.ts";

/** A sender has everything ready: between two parts there is only the way. */
const forgottenAfter = 60_000;

export interface Parts {
  /**
   * @param bytes how long the part was on the way
   * @returns how many operations wait now
   * @throws RequestFailed when that is too much for all senders together
   */
  keep(workstation: WorkstationId, operations: readonly Envelope[], bytes: number): number;
  /** With the last part: all of the push. */
  take(workstation: WorkstationId, last: readonly Envelope[]): readonly Envelope[];
  clear(): void;
}

interface Kept {
  readonly operations: Envelope[];
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

export function createParts(): Parts {
  const waiting = new Map<WorkstationId, Kept>();
  const forget = (workstation: WorkstationId): Kept | undefined => {
    const kept = waiting.get(workstation);
    if (kept) clearTimeout(kept.timer);
    waiting.delete(workstation);
    return kept;
  };
  /** What was kept, where this goes on from it. */
  const followed = (workstation: WorkstationId, next: readonly Envelope[]): Kept | undefined => {
    const kept = forget(workstation);
    const last = kept?.operations.at(-1)?.id.n ?? 0;
    return next[0]?.id.n === last + 1 ? kept : undefined;
  };
  return {
    keep: (workstation, operations, length) => {
      const before = followed(workstation, operations);
      const all = before?.operations ?? [];
      for (const operation of operations) all.push(operation);
      const bytes = length + (before?.bytes ?? 0);
      const others = [...waiting.values()];
      const count = others.reduce((sum, one) => sum + one.operations.length, all.length);
      const size = others.reduce((sum, one) => sum + one.bytes, bytes);
      if (count > maxTogether || size > maxTogetherBytes) {
        throw new RequestFailed({ code: "too-large", limit: maxTogetherBytes });
      }
      const timer = setTimeout(() => forget(workstation), forgottenAfter);
      timer.unref();
      waiting.set(workstation, { operations: all, bytes, timer });
      return all.length;
    },
    take: (workstation, last) => {
      const before = followed(workstation, last);
      return before ? before.operations.concat(last) : last;
    },
    clear: () => {
      for (const workstation of [...waiting.keys()]) forget(workstation);
    },
  };
}
