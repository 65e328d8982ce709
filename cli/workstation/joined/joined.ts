/**
 * A workstation that joined: its own disk first, the daemon when it can be reached. Everything but
 * talking to the others works without it.
 *
 * Several programs may have the same workstation open. Whoever gets the link talks with the daemon
 * and writes the replica; the others read what that one writes, and take over when it ends.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Outcome, RequestFailed } from "../../../shared/connection.ts";
import { readText } from "../../../shared/disk/atomic-file.ts";
import { acquireLock, type Lock, LockHeld } from "../../../shared/disk/lock.ts";
import { findProfile } from "../../../shared/ledger/ledger.ts";
import type { Envelope, Operation, Recorded } from "../../../shared/ledger/operation.ts";
import { findRefusal } from "../../../shared/rules/find-refusal.ts";
import { replay } from "../../../shared/store/replay.ts";
import { wireVersion } from "../../../shared/wire.ts";
import { type Epoch, type Seq, seqOf } from "../../../shared/words/ids.ts";
import { Refused } from "../../failure.ts";
import { type Identity, workstationFolder } from "../identity.ts";
import { createLive, type Live } from "../live-ledger.ts";
import { addressOf, askerOn } from "../way.ts";
import { openPart } from "./damaged-part.ts";
import { readDropped, writeDropped } from "./dropped.ts";
import type { JoinedConnection, JoinedOptions } from "./joined-connection.ts";
import { beginLife, type LifeOptions } from "./life.ts";
import { type Link, startLink } from "./link.ts";
import { openOutbox } from "./outbox.ts";
import { findAnswers, findDeclined } from "./own-answers.ts";
import { ownChain } from "./own-chain.ts";
import { paceBy } from "./paced.ts";
import { ledgerSeen, pendingLines, withPending } from "./pending.ts";
import { reach } from "./reaching.ts";
import { openReplica } from "./replica.ts";
import { runsOf } from "./runs.ts";

/** How often a program looks for what this workstation's others have done, in milliseconds. */
const lookEvery = 200;

const onlyAtTheOffice = async (): Promise<never> => {
  throw new RequestFailed({ code: "role-required", role: "admin" });
};

/** @throws DamagedPart, NewerFormat */
export async function openJoined(
  office: string,
  identity: Identity,
  options: JoinedOptions,
): Promise<JoinedConnection> {
  const folder = workstationFolder(office, identity.id);
  const replica = await openPart(folder, "replica", openReplica);
  const outbox = await openPart(folder, "outbox", (place) => openOutbox(place, identity.id));
  const { now, random, note } = options;
  const own = ownChain(folder, identity, replica, outbox, now);
  let link: Link | undefined;
  let lock: Lock | undefined;
  let talking = false; // somebody took up a connection, and it goes on
  let closed = false;
  const ending = new AbortController();

  const ownNumber = () => replica.confirmed().workstations.get(identity.id)?.n ?? 0;
  const pending = () => outbox.waiting();
  const confirmOwn = () => {
    const known = replica.confirmed().workstations.get(identity.id);
    if (known) outbox.confirm(known.n, known.hash);
  };
  const droppedFile = join(folder, "dropped.json");
  let dropped = await readDropped(droppedFile);
  const ownDeclined = () => {
    const all = replica.confirmed().workstations.get(identity.id)?.declined ?? [];
    return all.filter(({ n }) => !dropped.has(n));
  };
  confirmOwn();

  const ledgerNow = ledgerSeen(replica, outbox);
  /** The other programs of this workstation cannot know by themselves. */
  const stateFile = join(folder, "link.state");
  let linked = false; // as the program that has the link says
  let clockAhead: number | undefined; // as the two stood when the daemon was heard last
  let address: string | undefined;
  let since: Date | undefined;
  const liveNow = (): Live => {
    const { connected = linked, problem, daemon } = link?.state() ?? {};
    const waiting = pending().length;
    const declined = ownDeclined().length;
    const version = daemon && Math.sign(daemon.wire - wireVersion);
    const heard = { version, clockAhead, address, since };
    return { ledger: ledgerNow(), connected, problem, waiting, declined, ...heard };
  };
  const live = createLive(liveNow());
  const changed = () => {
    if (closed) return;
    const before = live.current().connected;
    const next = liveNow();
    if (next.connected !== before) since = now();
    live.change({ ...next, since });
    if (link && before !== live.current().connected) tellOthers(live.current().connected);
  };
  const paced = paceBy(() => pending().length, changed);
  const tellOthers = (connected: boolean) =>
    void writeFile(stateFile, connected ? "connected" : "alone", { mode: 0o600 }).catch(() => {});

  /** Becomes the one that talks with the daemon, unless another program is. */
  async function tryLink(): Promise<void> {
    if (lock || closed) return;
    try {
      lock = await acquireLock(join(folder, "link"));
    } catch (error) {
      if (error instanceof LockHeld) return;
      throw error;
    }
    const epoch = replica.epoch();
    if (epoch !== undefined) await replica.startWriting(epoch);
    link = startLink({ begin, changed, random });
  }

  async function begin(tell: LifeOptions["hello"]) {
    const hello: LifeOptions["hello"] = (said) => {
      clockAhead = now().getTime() - Date.parse(said.now);
      tell(said);
    };
    return reach(options.ways(ending.signal), async (way) => {
      const asker = askerOn(way, () => {
        talking = true;
      });
      ending.signal.addEventListener("abort", asker.close, { once: true });
      try {
        const given = { asker, identity, replica, outbox, hello, note, write: own.write };
        const life = await beginLife({ ...given, changed: paced.changed });
        life.ended.catch(() => {
          talking = false;
        });
        address = addressOf(way);
        await options.reached(way);
        return life;
      } catch (error) {
        asker.close();
        talking = false;
        throw error;
      }
    });
  }

  async function look(): Promise<void> {
    if (closed) return;
    await tryLink();
    const sent = await outbox.refresh();
    const received = lock ? false : await replica.refresh();
    if (received) confirmOwn();
    if (!lock) linked = (await readText(stateFile)) === "connected";
    const isOther = linked !== live.current().connected && !lock;
    if (sent) link?.wake();
    if (sent || received || isOther) changed();
  }
  let looking: Promise<void> = look();
  await looking;
  changed();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => note("look-failed", { error: String(error) }));
  }, lookEvery);

  /** The lines on this disk, and after them what is pending as it would be recorded. */
  async function* readSince(seq: Seq, last?: Seq): AsyncIterable<readonly Recorded[]> {
    const confirmed = replica.confirmed();
    const waiting = pendingLines(confirmed, pending());
    // What is recorded while this is read stands in `waiting` already.
    const until = seqOf(Math.min(last ?? confirmed.seq, confirmed.seq));
    if (seq < until) yield* replica.readSince(seq, until);
    const behind = waiting.filter((line) => line.seq > seq && line.seq <= (last ?? line.seq));
    if (behind.length > 0) yield behind;
  }

  async function push(operations: readonly Envelope[]) {
    let ledger = ledgerNow();
    for (const operation of operations as readonly Operation[]) {
      const refusal = findRefusal(ledger, operation);
      if (refusal) throw new Refused(refusal);
      ledger = withPending(ledger, [operation]);
    }
    await outbox.append(operations as readonly Operation[]);
    link?.wake();
    changed();
    const answers = operations.map((): Outcome => ({ outcome: "kept" }));
    const { seq, hash } = replica.confirmed();
    return { answers, seq, hash, epoch: replica.epoch() as Epoch };
  }

  return {
    live: { ...live, close: () => undefined },
    me: own.me,
    push,
    sawBefore: runsOf(pending),
    profile: async () => {
      const profile = findProfile(ledgerNow());
      if (!profile) throw new RequestFailed({ code: "not-found" });
      return profile;
    },
    ledger: async (at) => {
      const epoch = replica.epoch() as Epoch;
      const { seq } = replica.confirmed();
      if (at === undefined) return { ledger: ledgerNow(), epoch };
      if (at > seq) throw new RequestFailed({ code: "too-new", seq });
      return { ledger: await replay({ readSince: (from) => replica.readSince(from, at) }), epoch };
    },
    readSince,
    waiting: pending,
    follow: () => ({ close: () => undefined }),
    grant: onlyAtTheOffice,
    allowReturn: onlyAtTheOffice,
    place: async () => undefined,
    caughtUp: async (within) => {
      const waited = new AbortController();
      const tried = link?.tried() ?? Promise.resolve();
      await Promise.race([tried, sleep(within, undefined, { signal: waited.signal })]);
      waited.abort();
    },
    whole: async () => {
      while (replica.stored().seq < replica.confirmed().seq) await sleep(20);
      await replica.written();
    },
    isTalking: () => talking,
    settled: async (within) => {
      let until = live.current().connected ? performance.now() + within : 0;
      for (;;) {
        if (talking) until = performance.now() + within;
        const isSettled = pending().length === 0 && live.current().connected;
        if (isSettled || performance.now() >= until) return;
        await sleep(20);
      }
    },
    settle: async (operations, within) => {
      const last = operations.at(-1)?.id.n ?? 0;
      const until = performance.now() + within;
      const isUnderWay = () => talking || live.current().connected;
      while (ownNumber() < last && isUnderWay() && performance.now() < until) await sleep(20);
      return findAnswers(replica, operations);
    },
    declined: () => findDeclined(replica, outbox, ownDeclined()),
    dropped: () => dropped,
    drop: async (n) => {
      dropped = new Set([...(await readDropped(droppedFile)), n]);
      await writeDropped(droppedFile, dropped);
      changed();
    },
    close: async () => {
      closed = true;
      ending.abort();
      clearInterval(timer);
      paced.stop();
      await looking;
      await link?.close();
      await replica.close();
      await lock?.release();
    },
  };
}
