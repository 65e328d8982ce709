/**
 * A workstation at work: it turns what somebody means into operations with this workstation's own
 * numbers, and hands them over. All that screens and commands see of the way to the journal.
 */
import { join } from "node:path";
import type { z } from "zod";
import type { Connection, Outcome } from "../../shared/connection.ts";
import { acquireLock } from "../../shared/disk/lock.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { type Operation, OperationBody } from "../../shared/ledger/operation.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { instantOf } from "../../shared/words/dates.ts";
import type { MemberId, OperationId, Seq, WorkstationId } from "../../shared/words/ids.ts";
import { type Identity, workstationFolder } from "./identity.ts";
import type { JoinedConnection } from "./joined/joined.ts";
import { type LiveLedger, openLiveLedger } from "./live-ledger.ts";

/** What is meant; the name of a new record comes from the number of its operation. */
export type Draft = (id: OperationId) => OperationBody;

export interface Submitted {
  readonly operation: Operation;
  readonly answer: Outcome;
}

/** A draft that no schema takes: nothing was sent. */
export class DraftInvalid extends Error {
  override readonly name = "DraftInvalid";
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super(issues[0]?.path.join("."));
    this.issues = issues;
  }
}

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

export interface SubmitOptions {
  readonly saw?: Seq; // the number of the ledger that the author had before their eyes
  readonly undoes?: OperationId;
  readonly together?: boolean; // false: many drafts in one request that do not belong together
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
    { saw, undoes, together = true }: SubmitOptions = {},
  ): Promise<readonly Submitted[]> {
    const lock = await acquireLock(lockFile, patience);
    try {
      const me = await connection.me();
      let previous = me.hash;
      const seen = saw ?? me.seq;
      const group = together && drafts.length > 1 ? `${workstation}-${me.n + 1}` : undefined;
      const operations = drafts.map((draft, at): Operation => {
        const id = { workstation, n: me.n + 1 + at };
        const body = OperationBody.safeParse(draft(id));
        if (!body.success) throw new DraftInvalid(body.error.issues);
        const operation: Operation = {
          v: 1,
          id,
          previous,
          by: member,
          saw: { epoch: me.epoch, seq: joined?.sawBefore(body.data, seen) ?? seen },
          clock: instantOf(now()),
          ...(group ? { group } : {}),
          ...(undoes ? { undoes } : {}),
          ...body.data,
        };
        previous = hashOperation(operation);
        return operation;
      });
      const last = operations.at(-1);
      if (!last) return [];
      const { answers } = await connection.push(
        operations,
        vouch(identity.privateKey, last.id, previous),
      );
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
