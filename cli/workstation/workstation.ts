/**
 * A workstation at work: it turns what somebody means into operations with this workstation's own
 * numbers, and hands them over. All that screens and commands see of the way to the journal.
 */
import { join } from "node:path";
import type { Connection, Outcome } from "../../shared/connection.ts";
import { acquireLock } from "../../shared/disk/lock.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Operation } from "../../shared/ledger/operation.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { instantOf } from "../../shared/words/dates.ts";
import { type MemberId, nameOf, type WorkstationId } from "../../shared/words/ids.ts";
import { type Draft, draftOperations, type SubmitOptions } from "./drafting.ts";
import { type Identity, workstationFolder } from "./identity.ts";
import type { JoinedConnection } from "./joined/joined-connection.ts";
import { type LiveLedger, openLiveLedger } from "./live-ledger.ts";

export interface Submitted {
  readonly operation: Operation;
  readonly answer: Outcome;
}

/**
 * Whether it waits for the leader: as the daemon answered, or else as the ledger has it that this
 * workstation folds what is not sent yet into.
 */
export const isLate = (submitted: readonly Submitted[], ledger: Ledger | undefined): boolean =>
  submitted.some(({ operation, answer }) => {
    if (answer.outcome === "recorded") return answer.late === true;
    return ledger?.tray.has(nameOf(operation.id)) === true;
  });

export interface Workstation {
  readonly id: WorkstationId;
  readonly member: MemberId;
  readonly connection: Connection;
  /** What a joined workstation has beside: its outbox and its own copy. */
  readonly joined: JoinedConnection | undefined;
  /** The ledger as it grows; whoever opens it closes it. */
  live(): Promise<LiveLedger>;
  /**
   * Several drafts belong together and are undone together. Resolves once the daemon has them on
   * its disk or has declined them; on a joined workstation once they are on its own disk.
   * @throws DraftInvalid, RequestFailed, Unreachable; Refused by a joined workstation's own rules
   */
  submit(drafts: readonly Draft[], options?: SubmitOptions): Promise<readonly Submitted[]>;
  close(): Promise<void>;
}

/** How long one program waits for another that writes from the same workstation just now. */
const patience = 10_000;

export function openWorkstation(
  office: string,
  identity: Identity,
  connection: Connection | JoinedConnection,
  now: () => Date,
): Workstation {
  const joined = "live" in connection ? connection : undefined;
  const { id: workstation, member } = identity;
  const lockFile = join(workstationFolder(office, workstation), "lock");

  async function submit(
    drafts: readonly Draft[],
    options: SubmitOptions = {},
  ): Promise<readonly Submitted[]> {
    const lock = await acquireLock(lockFile, patience);
    try {
      const me = await connection.me();
      const clock = instantOf(now());
      const sawBefore = joined?.sawBefore;
      const operations = draftOperations(me, drafts, { ...options, clock, sawBefore });
      const last = operations.at(-1);
      if (!last) return [];
      const signature = vouch(identity.privateKey, last.id, hashOperation(last));
      const { answers } = await connection.push(operations, signature);
      return operations.map((operation, at) => ({ operation, answer: answers[at] as Outcome }));
    } finally {
      await lock.release();
    }
  }
  return {
    id: workstation,
    member,
    connection,
    joined,
    live: async () => joined?.live ?? openLiveLedger(connection),
    submit,
    close: () => connection.close(),
  };
}
