/**
 * One life of a connection with the daemon: everything as it is recorded comes in, and meanwhile
 * what waits in the outbox goes out.
 *
 * There is one way in which the replica changes, the daemon's lines in their order; the answer to
 * a push only tells that they are on their way.
 */
import { createParser } from "eventsource-parser";
import { RequestFailed, Unreachable } from "../../../shared/connection.ts";
import { type Recorded, readRecorded } from "../../../shared/ledger/operation.ts";
import { Digest, Hello } from "../../../shared/wire.ts";
import type { Identity } from "../identity.ts";
import type { Asker } from "../way.ts";
import { callsThrough } from "./daemon-calls.ts";
import type { Life } from "./link.ts";
import { Differs, type MeetingOptions, meet } from "./meeting.ts";
import type { Outbox } from "./outbox.ts";
import { send } from "./sending.ts";

/** Three heartbeats without a word: the line is dead, whatever the system says of it. */
const silence = 45_000;

export interface LifeOptions extends Omit<MeetingOptions, "calls"> {
  readonly asker: Asker;
  readonly identity: Identity;
  readonly outbox: Outbox;
  readonly hello: (hello: Hello) => void;
}

/** @throws Unreachable, WrongKey, RequestFailed, Differs */
export async function beginLife(options: LifeOptions): Promise<Life> {
  const { asker, identity, replica, outbox, changed } = options;
  const calls = callsThrough(asker, identity.token);
  const { me, filling } = await meet({ ...options, calls });
  const stream = await calls.stream(replica.confirmed());

  let end = (_: unknown) => {};
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => undefined); // also where nobody has asked yet
  filling?.catch((error) => end(error));

  const ownNumber = () => replica.confirmed().workstations.get(identity.id)?.n ?? 0;
  /** One number with two contents: another folder writes in this workstation's name. */
  function confirmOwn(): void {
    const own = replica.confirmed().workstations.get(identity.id);
    if (!own || outbox.confirm(own.n, own.hash)) return;
    throw new RequestFailed({ code: "copied-workstation", workstation: identity.id, n: own.n });
  }

  let closed = false;
  let reached = me.n; // the last number of this workstation that the journal has
  let sending: Promise<void> | undefined;
  const wake = () => {
    if (closed || sending || outbox.newest().n <= reached) return;
    const accepted = (n: number) => {
      reached = n;
    };
    sending = send(calls.push, identity, outbox, reached, accepted)
      .catch((error) => end(error))
      .finally(() => {
        sending = undefined;
        if (!closed && outbox.newest().n > reached) wake();
      });
  };

  let isHeard = false; // the daemon has said what it is: whoever waits may be told of its version
  const goal = { seq: me.seq, n: outbox.newest().n };
  let reachGoal = () => {};
  const caughtUp = new Promise<void>((resolve) => {
    reachGoal = resolve;
  });
  const checkGoal = () => {
    if (isHeard && replica.confirmed().seq >= goal.seq && ownNumber() >= goal.n) reachGoal();
  };

  function takeIn(lines: readonly Recorded[]): void {
    const before = replica.confirmed();
    const fresh = lines.filter((line) => line.seq > before.seq);
    if (fresh.length === 0) return;
    replica.receive(fresh);
    reached = Math.max(reached, ownNumber());
    confirmOwn();
    changed();
    checkGoal();
    const { lostPasts } = replica.confirmed();
    if (lostPasts !== before.lostPasts) throw new Differs("the daemon began a new epoch");
  }
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const value: unknown = JSON.parse(data);
      if (event === "recorded") takeIn((value as unknown[]).map(readRecorded));
      if (event === "hello") hear(Hello.parse(value));
      if (event === "digest") compare(Digest.parse(value));
    },
  });
  function hear(hello: Hello): void {
    options.hello(hello);
    isHeard = true;
    checkGoal();
  }
  function compare(digest: Digest): void {
    const here = replica.confirmed();
    if (digest.seq === here.seq && digest.hash !== here.hash) throw new Differs("another hash");
  }
  async function listen(): Promise<void> {
    stream.setEncoding("utf8");
    stream.setTimeout(silence, () => stream.destroy());
    try {
      for await (const piece of stream) parser.feed(piece as string);
      end(new Unreachable("stream"));
    } catch (error) {
      end(closed || isBroken(error) ? new Unreachable("stream", { cause: error }) : error);
    }
  }
  const listening = listen();
  confirmOwn();
  wake();
  return {
    caughtUp,
    ended,
    wake,
    close: async () => {
      closed = true;
      stream.destroy();
      asker.close();
      end(new Unreachable("closed"));
      await Promise.allSettled([sending, filling, listening]);
    },
  };
}

/** The line broke off; anything else is about what was said on it. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && ("code" in error || error.name === "AbortError");
