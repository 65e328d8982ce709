/**
 * A joined workstation on a disk that forgets: its real outbox, replica, drafting, sending and
 * meeting with the daemon. What a person did and was told is kept beside it, to be held against
 * what the office ends with.
 */

import { bytesOf } from "../../cli/workstation/answers.ts";
import { type Draft, draftOperations } from "../../cli/workstation/drafting.ts";
import type { Identity } from "../../cli/workstation/identity.ts";
import { beginLife } from "../../cli/workstation/joined/life.ts";
import { type Outbox, openOutbox } from "../../cli/workstation/joined/outbox.ts";
import { withPending } from "../../cli/workstation/joined/pending.ts";
import { openReplica, type Replica } from "../../cli/workstation/joined/replica.ts";
import { runsIn } from "../../cli/workstation/joined/runs.ts";
import type { Asker } from "../../cli/workstation/way.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Operation, OperationBody } from "../../shared/ledger/operation.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { findRefusal } from "../../shared/rules/find-refusal.ts";
import { paths } from "../../shared/wire.ts";
import { nameOf, seqOf } from "../../shared/words/ids.ts";
import type { ForgetfulDisk } from "./forgetful-disk.ts";
import { testNow } from "./office.ts";

export class SimulatedWorkstation {
  readonly identity: Identity;
  readonly disk: ForgetfulDisk;
  /** Names of operations whose author was told 已保存. */
  readonly kept = new Set<string>();
  #replica: Replica | undefined;
  #outbox: Outbox | undefined;

  constructor(identity: Identity, disk: ForgetfulDisk) {
    this.identity = identity;
    this.disk = disk;
  }

  async #open(): Promise<{ replica: Replica; outbox: Outbox }> {
    if (!this.#replica || !this.#outbox) {
      const replica = await openReplica("/workstation/replica", this.disk);
      const outbox = await openOutbox("/workstation/outbox", this.identity.id, this.disk);
      const own = replica.confirmed().workstations.get(this.identity.id);
      if (own) outbox.confirm(own.n, own.hash);
      const epoch = replica.epoch();
      if (epoch !== undefined) await replica.startWriting(epoch);
      this.#replica = replica;
      this.#outbox = outbox;
    }
    return { replica: this.#replica, outbox: this.#outbox };
  }

  #pending(replica: Replica, outbox: Outbox): readonly Operation[] {
    return outbox.after(replica.confirmed().workstations.get(this.identity.id)?.n ?? 0);
  }

  /** What its screens show. */
  async ledger(): Promise<Ledger> {
    const { replica, outbox } = await this.#open();
    return withPending(replica.confirmed(), this.#pending(replica, outbox));
  }

  /** What the office's journal has, as far as it is known here. */
  async confirmed(): Promise<Ledger> {
    return (await this.#open()).replica.confirmed();
  }

  /** The operations whose lines are on its disk. */
  async confirmedNames(): Promise<readonly string[]> {
    const { replica } = await this.#open();
    const names: string[] = [];
    for await (const lines of replica.readSince(seqOf(0))) {
      for (const line of lines) {
        names.push(nameOf("declined" in line ? line.declined.id : line.operation.id));
      }
    }
    return names;
  }

  async waiting(): Promise<number> {
    const { replica, outbox } = await this.#open();
    return this.#pending(replica, outbox).length;
  }

  /** Somebody does something; it counts as typed once it is on this disk. */
  async write(drafts: (ledger: Ledger) => readonly Draft[]): Promise<void> {
    const { replica, outbox } = await this.#open();
    const epoch = replica.epoch();
    if (epoch === undefined) return; // it has never met its daemon
    const ledger = await this.ledger();
    const { n, hash } = outbox.newest();
    const { id: workstation, member } = this.identity;
    const me = { workstation, member, n, hash, seq: replica.confirmed().seq, epoch };
    const saw = (body: OperationBody, seen: typeof me.seq) =>
      runsIn(this.#pending(replica, outbox))(body, seen);
    const options = { clock: testNow(), sawBefore: saw };
    const operations = draftOperations(me, drafts(ledger), options);
    if (operations.some((operation) => findRefusal(ledger, operation))) return; // said at once
    await outbox.append(operations);
    for (const { id } of operations) this.kept.add(nameOf(id));
  }

  /** One life of a connection: until everything is here and everything is sent, or it breaks. */
  async sync(asker: Asker): Promise<void> {
    const { replica, outbox } = await this.#open();
    const life = await beginLife({
      asker,
      identity: this.identity,
      replica,
      outbox,
      changed: () => undefined,
      hello: () => undefined,
      note: () => undefined,
      write: async (body) => {
        const { n, hash } = outbox.newest();
        const { id: workstation, member } = this.identity;
        const epoch = replica.epoch();
        if (epoch === undefined) return;
        const me = { workstation, member, n, hash, seq: replica.confirmed().seq, epoch };
        const operations = draftOperations(me, [() => body], { clock: testNow() });
        await outbox.append(operations);
        for (const { id } of operations) this.kept.add(nameOf(id));
      },
    });
    try {
      await Promise.race([life.caughtUp, life.ended]);
    } finally {
      await life.close();
    }
    await replica.written();
  }

  /** An old push once more, from before its answer came: it must change nothing. */
  async sendAgain(asker: Asker): Promise<void> {
    const { outbox } = await this.#open();
    const operations: Operation[] = [];
    for await (const operation of outbox.read(0)) operations.push(operation);
    const last = operations.at(-1);
    if (!last) return;
    const signature = vouch(this.identity.privateKey, last.id, hashOperation(last));
    const response = await asker.ask(paths.operations, {
      method: "POST",
      headers: { authorization: `Bearer ${this.identity.token}` },
      body: { operations, signature },
    });
    await bytesOf(response);
  }

  /** The program or the machine is gone; the next step begins from the disk. */
  crash(): void {
    this.#replica = undefined;
    this.#outbox = undefined;
  }

  /** The hash of its newest operation, as the office must have it in the end. */
  async newest(): Promise<{ n: number; hash: string }> {
    return (await this.#open()).outbox.newest();
  }
}
