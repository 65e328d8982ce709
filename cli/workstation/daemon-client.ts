/** The daemon over HTTP. What comes back is parsed by the same schemas that the daemon uses. */
import { type Connection, Unreachable } from "../../shared/connection.ts";
import { type Envelope, type Recorded, readRecorded } from "../../shared/ledger/operation.ts";
import { readSnapshot } from "../../shared/ledger/snapshot.ts";
import { Profile } from "../../shared/profile/profile.ts";
import { Health, Me, PartAnswer, Place, PushAnswer, paths } from "../../shared/wire.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { bytesOf, jsonOf, throwAnswer } from "./answers.ts";
import { batchesOf } from "./batches.ts";
import { followStream } from "./stream-client.ts";
import { type Ask, askerOn, type Way } from "./way.ts";

/** Whether the daemon there is the one that wrote `instance` into its daemon.json. */
export async function isDaemonThere(way: Way, instance: string): Promise<boolean> {
  const asker = askerOn(way);
  try {
    const response = await asker.ask(`${paths.health}?instance=${instance}`);
    return Health.safeParse(await jsonOf(response)).success;
  } catch {
    return false;
  } finally {
    asker.close();
  }
}

/** Milliseconds an operation, on a slow machine: a long push is waited for longer. */
const decidingTakes = 4;

/** @param again where a daemon is now, once nobody answers that way any more */
export function connectToDaemon(
  way: Way,
  token: string,
  again?: () => Promise<Way | undefined>,
): Connection {
  let asker = askerOn(way);
  const headers = { authorization: `Bearer ${token}` };
  /** What may have arrived before the line broke is sent once more: an operation counts once. */
  const send = async (path: string, more: Ask = {}) => {
    const ask = () => asker.ask(path, { ...more, headers: { ...headers, ...more.headers } });
    try {
      return await ask();
    } catch (error) {
      const next = error instanceof Unreachable ? await again?.() : undefined;
      if (!next) throw error;
      asker.close();
      asker = askerOn(next);
      return ask();
    }
  };
  const json = async (path: string, more: Ask = {}, ...fine: number[]) => {
    const response = await send(path, more);
    const value = await jsonOf(response);
    if (response.statusCode !== 200 && !fine.includes(response.statusCode ?? 0)) throwAnswer(value);
    return value;
  };
  return {
    me: async () => Me.parse(await json(paths.next)),
    push: async (operations, signature) => {
      const post = (body: object, within?: number) =>
        json(paths.operations, { method: "POST", body, ...(within ? { within } : {}) }, 422);
      const answered: PushAnswer["answers"] = [];
      let before: readonly Envelope[] = [];
      for await (const batch of batchesOf(operations)) {
        if (before.length > 0) {
          const part = await post({ operations: before, more: true });
          // A daemon of 0.2.0 knows no parts: it has recorded this one by itself.
          if (!PartAnswer.safeParse(part).success) answered.push(...PushAnswer.parse(part).answers);
        }
        before = batch;
      }
      const within = decidingTakes * operations.length;
      const last = PushAnswer.parse(await post({ operations: before, signature }, within));
      return answered.length === 0 ? last : { ...last, answers: [...answered, ...last.answers] };
    },
    profile: async () => Profile.parse(await json(paths.profile)),
    ledger: async (at) => {
      const response = await send(at === undefined ? paths.ledger : `${paths.ledger}?at=${at}`);
      const content = await bytesOf(response);
      if (response.statusCode !== 200) throwAnswer(JSON.parse(content.toString()));
      return readSnapshot(content.toString().split("\n"));
    },
    readSince: async function* (seq, last) {
      const until = last === undefined ? "" : `&last=${last}`;
      for (let since = seq; ; ) {
        const page = (await json(`${paths.operations}?since=${since}${until}`)) as {
          lines: unknown[];
          more: boolean;
        };
        const lines: Recorded[] = page.lines.map(readRecorded);
        if (lines.length > 0) yield lines;
        since = seqOf(lines.at(-1)?.seq ?? since);
        if (!page.more) return;
      }
    },
    follow: (seq, listener) =>
      followStream(
        (since) =>
          send(`${paths.stream}?since=${since}`, { headers: { accept: "text/event-stream" } }),
        seq,
        listener,
      ),
    grant: async (grant) => void (await json(paths.access, { method: "POST", body: grant }, 201)),
    allowReturn: async (tokenHash) =>
      void (await json(paths.allowReturn, { method: "POST", body: { tokenHash } }, 201)),
    place: async () => {
      const response = await send(paths.place);
      const value = await jsonOf(response);
      return response.statusCode === 404 ? undefined : Place.parse(value);
    },
    close: async () => asker.close(),
  };
}
