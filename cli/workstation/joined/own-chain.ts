/** This workstation's own chain on this disk: where it stands, and an operation put behind it. */
import { join } from "node:path";
import { RequestFailed } from "../../../shared/connection.ts";
import { acquireLock } from "../../../shared/disk/lock.ts";
import type { OperationBody } from "../../../shared/ledger/operation.ts";
import type { Me } from "../../../shared/wire.ts";
import { instantOf } from "../../../shared/words/dates.ts";
import { draftOperations } from "../drafting.ts";
import type { Identity } from "../identity.ts";
import type { Outbox } from "./outbox.ts";
import type { Replica } from "./replica.ts";

/** How long one program waits for another that writes from the same workstation just now. */
const patience = 10_000;

export interface OwnChain {
  /** @throws RequestFailed copied-workstation when this folder is an older copy of itself */
  me(): Promise<Me>;
  /** An operation of the program's own accord; whoever types waits for its number meanwhile. */
  write(body: OperationBody): Promise<void>;
}

export function ownChain(
  folder: string,
  { id: workstation, member }: Identity,
  replica: Replica,
  outbox: Outbox,
  now: () => Date,
): OwnChain {
  async function me(): Promise<Me> {
    await outbox.refresh();
    const { n, hash } = outbox.newest();
    const { seq, workstations } = replica.confirmed();
    if (n < (workstations.get(workstation)?.n ?? 0)) {
      throw new RequestFailed({ code: "copied-workstation", workstation, n: n + 1 });
    }
    const epoch = replica.epoch();
    if (epoch === undefined) throw new RequestFailed({ code: "not-found" });
    return { workstation, member, n, hash, seq, epoch, now: instantOf(now()) };
  }
  return {
    me,
    write: async (body) => {
      const lock = await acquireLock(join(folder, "lock"), patience);
      try {
        const here = await me();
        await outbox.append(draftOperations(here, [() => body], { clock: here.now }));
      } finally {
        await lock.release();
      }
    },
  };
}
