/**
 * One life of a connection with the daemon: where it stands, what was missed, then everything as
 * it is recorded, and meanwhile what waits in the outbox goes out.
 *
 * There is one way in which the replica changes, the daemon's lines in their order; the answer to
 * a push only tells that they are on their way.
 */
import type { IncomingMessage } from "node:http";
import { createParser } from "eventsource-parser";
import { Unreachable } from "../../../shared/connection.ts";
import { type Recorded, readRecorded } from "../../../shared/ledger/operation.ts";
import { readSnapshot } from "../../../shared/ledger/snapshot.ts";
import { Digest, Hello, Me, PushAnswer, paths } from "../../../shared/wire.ts";
import { bytesOf, jsonOf, throwAnswer } from "../answers.ts";
import type { Identity } from "../identity.ts";
import type { Asker } from "../way.ts";
import type { Life } from "./link.ts";
import type { Outbox } from "./outbox.ts";
import type { Replica } from "./replica.ts";
import { send } from "./sending.ts";

/** Three heartbeats without a word: the line is dead, whatever the system says of it. */
const silence = 45_000;

/** So far behind, the daemon's own ledger is there sooner than all the lines. */
const farBehind = 5_000;

/** The copy here and the journal there are not the same any more. */
export class Differs extends Error {
  override readonly name = "Differs";
}

export interface LifeOptions {
  readonly asker: Asker;
  readonly identity: Identity;
  readonly replica: Replica;
  readonly outbox: Outbox;
  /** The ledger, or what waits, has changed. */
  readonly changed: () => void;
  readonly hello: (hello: Hello) => void;
}

/** @throws Unreachable, WrongKey, RequestFailed, Differs */
export async function beginLife(options: LifeOptions): Promise<Life> {
  const { asker, identity, replica, outbox } = options;
  const headers = { authorization: `Bearer ${identity.token}` };
  const get = async (path: string): Promise<IncomingMessage> => {
    const response = await asker.ask(path, { headers });
    if (response.statusCode !== 200) throwAnswer(await jsonOf(response));
    return response;
  };
  const me = Me.parse(await jsonOf(await get(paths.next)));
  if (replica.epoch() === undefined) await replica.startWriting(me.epoch);
  let filling: Promise<void> | undefined;
  if (me.seq - replica.confirmed().seq > farBehind) filling = fillUntil(await leap());
  const { seq, hash } = replica.confirmed();
  const place = seq > 0 ? `&hash=${hash}` : "";
  const stream = await get(`${paths.stream}?since=${seq}${place}`);

  /** Goes on from the daemon's ledger at once, and fetches the lines before it behind that. */
  async function leap(): Promise<number> {
    const text = (await bytesOf(await get(paths.ledger))).toString();
    const { ledger } = readSnapshot(text.split("\n"));
    replica.adopt(ledger);
    options.changed();
    return ledger.seq;
  }
  async function fillUntil(last: number): Promise<void> {
    while (replica.stored() < last) {
      const path = `${paths.operations}?since=${replica.stored()}&last=${last}`;
      const page = (await jsonOf(await get(path))) as { lines: unknown[] };
      if (page.lines.length === 0) throw new Differs("lines are missing");
      await replica.fill(page.lines as Recorded[]);
    }
  }

  let end = (_: unknown) => {};
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => undefined); // also where nobody has asked yet
  filling?.catch((error) => end(error));

  let closed = false;
  let reached = me.n; // the last number of this workstation that the journal has
  let sending: Promise<void> | undefined;
  const push = async (operations: readonly unknown[], signature: string) => {
    const body = { operations, signature };
    const response = await asker.ask(paths.operations, { method: "POST", headers, body });
    const value = await jsonOf(response);
    if (response.statusCode !== 200 && response.statusCode !== 422) throwAnswer(value);
    return PushAnswer.parse(value);
  };
  const wake = () => {
    if (closed || sending || outbox.newest().n <= reached) return;
    sending = send(push, identity, outbox, reached, (n) => {
      reached = n;
    })
      .catch((error) => end(error))
      .finally(() => {
        sending = undefined;
        wake();
      });
  };

  const goal = { seq: me.seq, n: outbox.newest().n };
  let reachGoal = () => {};
  const caughtUp = new Promise<void>((resolve) => {
    reachGoal = resolve;
  });
  const checkGoal = () => {
    const ledger = replica.confirmed();
    const own = ledger.workstations.get(identity.id)?.n ?? 0;
    if (ledger.seq >= goal.seq && own >= goal.n) reachGoal();
  };

  const takeIn = (lines: readonly Recorded[]) => {
    const fresh = lines.filter((line) => line.seq > replica.confirmed().seq);
    if (fresh.length === 0) return;
    replica.receive(fresh);
    const own = replica.confirmed().workstations.get(identity.id)?.n ?? 0;
    reached = Math.max(reached, own);
    outbox.forgetUntil(own);
    options.changed();
    checkGoal();
  };
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const value: unknown = JSON.parse(data);
      if (event === "recorded") takeIn((value as unknown[]).map(readRecorded));
      if (event === "hello") options.hello(Hello.parse(value));
      if (event === "digest") compare(Digest.parse(value));
    },
  });
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
  void listen();
  outbox.forgetUntil(replica.confirmed().workstations.get(identity.id)?.n ?? 0);
  wake();
  checkGoal();
  return {
    caughtUp,
    ended,
    wake,
    close: () => {
      closed = true;
      stream.destroy();
      asker.close();
      end(new Unreachable("closed"));
    },
  };
}

/** The line broke off; anything else is about what was said on it. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && ("code" in error || error.name === "AbortError");
