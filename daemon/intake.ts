/**
 * The intake: recorded, repeat or declined, one push after another.
 *
 * First on the disk, then in memory, then to the others, and only then to its author. What
 * arrives while the disk is busy goes together in the next write: one sync, many answers.
 * After a write that failed nothing more is taken until the next start.
 */
import { hashOperation } from "../shared/ledger/chain.ts";
import type { Ledger } from "../shared/ledger/ledger.ts";
import type { Envelope, Recorded } from "../shared/ledger/operation.ts";
import type { Store } from "../shared/store/store.ts";
import type { Answer } from "../shared/wire.ts";
import type { Instant } from "../shared/words/dates.ts";
import { type Epoch, seqOf, type WorkstationId } from "../shared/words/ids.ts";
import { CopiedWorkstation, type Decided, decide } from "./decide.ts";
import type { Feed } from "./feed.ts";

export interface Intake {
  /**
   * Operations of one workstation, in the order of its numbers; one answer each.
   * @throws Gap, CopiedWorkstation (nothing changed), StorageFailed (nothing acknowledged)
   */
  accept(
    workstation: WorkstationId,
    operations: readonly Envelope[],
    signature?: string, // over the last of them, checked before
  ): Promise<readonly Answer[]>;
  /**
   * Lines that come otherwise than by a push, in their turn: decided on the ledger as it is then,
   * and written alone, in a new epoch if one is given.
   * @throws what deciding throws, StorageFailed
   */
  take<T>(decide: (ledger: Ledger, received: Instant) => Promise<Taken<T>>): Promise<T>;
  /** The ledger as far as it is on the disk. */
  ledger(): Ledger;
  /** Resolves once everything that came before is answered. */
  settled(): Promise<void>;
}

export interface Taken<T> {
  readonly lines: readonly Recorded[];
  readonly ledger: Ledger;
  readonly epoch?: Epoch | undefined;
  readonly result: T;
}

interface Arrival {
  readonly workstation: WorkstationId;
  readonly operations: readonly Envelope[];
  readonly signature: string | undefined;
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: unknown) => void;
}

/** So many operations are decided at once; whoever only asks is answered before the next ones. */
const atOnce = 1_000;

/** Deciding a push of any length, as if it were decided at once: nothing of it is seen before. */
async function decideLong(
  before: Ledger,
  { operations, signature }: Pick<Arrival, "operations" | "signature">,
  received: Instant,
): Promise<Decided> {
  if (operations.length <= atOnce) return decide(before, operations, received, signature);
  const all: Pick<Decided, "answers" | "lines" | "repeats">[] = [];
  let ledger = before;
  const stretches = [...stretchesOf(operations)];
  for (const [at, some] of stretches.entries()) {
    const isLast = at === stretches.length - 1;
    const decided = decide(ledger, some, received, isLast ? signature : undefined);
    ledger = decided.ledger;
    all.push(decided);
    await new Promise(setImmediate);
  }
  return {
    ledger,
    answers: all.flatMap(({ answers }) => answers),
    lines: all.flatMap(({ lines }) => lines),
    repeats: all.flatMap(({ repeats }) => repeats),
  };
}

function* stretchesOf<T>(all: readonly T[]): Iterable<readonly T[]> {
  if (all.length <= atOnce) return yield all;
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
}

export function createIntake(
  store: Pick<Store, "append" | "beginEpoch" | "readSince">,
  feed: Pick<Feed, "announce">,
  opened: Ledger,
  now: () => Instant,
): Intake {
  let ledger = opened;
  let waiting: Arrival[] = [];
  const alone: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0 || alone.length > 0) {
      const arrivals = waiting;
      waiting = [];
      if (arrivals.length > 0) await acceptTogether(arrivals);
      const first = alone.shift();
      await first?.();
    }
    working = undefined;
  }

  async function takeAlone<T>(
    decideAlone: (ledger: Ledger, received: Instant) => Promise<Taken<T>>,
  ): Promise<T> {
    const { lines, ledger: after, epoch, result } = await decideAlone(ledger, now());
    if (lines.length === 0) return result;
    if (epoch !== undefined) await store.beginEpoch(epoch, ledger.hash);
    await store.append(lines);
    ledger = after;
    feed.announce(lines);
    return result;
  }

  async function acceptTogether(arrivals: readonly Arrival[]): Promise<void> {
    const { taken, lines, after } = await decideInTurn(arrivals);
    try {
      if (lines.length > 0) await store.append(lines); // first on the disk,
    } catch (error) {
      for (const { arrival } of taken) arrival.reject(error);
      return;
    }
    ledger = after; // then in memory,
    for (const some of stretchesOf(lines)) feed.announce(some); // then to the others,
    for (const { arrival, answers } of taken) arrival.resolve(answers); // now to their authors
  }

  async function decideInTurn(arrivals: readonly Arrival[]) {
    let after = ledger;
    const lines: Recorded[] = [];
    const taken: { arrival: Arrival; answers: readonly Answer[] }[] = [];
    const received = now();
    for (const arrival of arrivals) {
      try {
        const decided = await decideLong(after, arrival, received);
        await checkRepeats(arrival.workstation, decided);
        after = decided.ledger;
        for (const line of decided.lines) lines.push(line);
        taken.push({ arrival, answers: decided.answers });
      } catch (error) {
        arrival.reject(error);
      }
    }
    return { taken, lines, after };
  }

  /**
   * A number that the journal has must be the very same operation. The newest was compared with
   * the ledger; a run that reaches it is proved by its own chain; only an older run that stops
   * before it is looked up, which a workstation with one request in flight never sends.
   */
  async function checkRepeats(workstation: WorkstationId, { repeats }: Decided): Promise<void> {
    const newest = ledger.workstations.get(workstation)?.n ?? 0;
    const last = repeats.at(-1);
    if (!last || last.n >= newest) return;
    const wanted = new Map(repeats.map(({ n, hash }) => [n, hash]));
    for await (const lines of store.readSince(seqOf(0))) {
      for (const line of lines) {
        const { id, hash } =
          "declined" in line
            ? line.declined
            : { id: line.operation.id, hash: hashOperation(line.operation) };
        if (id.workstation !== workstation || !wanted.has(id.n)) continue;
        if (wanted.get(id.n) !== hash) throw new CopiedWorkstation(workstation, id.n);
        wanted.delete(id.n);
        if (wanted.size === 0) return;
      }
    }
  }

  return {
    accept: (workstation, operations, signature) =>
      new Promise((resolve, reject) => {
        waiting.push({ workstation, operations, signature, resolve, reject });
        working ??= work();
      }),
    take: (decideAlone) =>
      new Promise((resolve, reject) => {
        alone.push(() => takeAlone(decideAlone).then(resolve, reject));
        working ??= work();
      }),
    ledger: () => ledger,
    settled: async () => {
      while (working) await working;
    },
  };
}
