/** The daemon over HTTP. What comes back is parsed by the same schemas that the daemon uses. */
import { Agent, type IncomingMessage, request } from "node:http";
import type { Connection } from "../../shared/connection.ts";
import { RequestFailed, Unreachable } from "../../shared/connection.ts";
import { type Recorded, readRecorded } from "../../shared/ledger/operation.ts";
import { readSnapshot } from "../../shared/ledger/snapshot.ts";
import { Profile } from "../../shared/profile/profile.ts";
import { ErrorAnswer, Health, Me, PushAnswer, paths, type WireError } from "../../shared/wire.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { followStream } from "./stream-client.ts";

const answerWithin = 30_000;

export interface Ask {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws Unreachable */
export function ask(
  port: number,
  path: string,
  { method = "GET", body, headers = {} }: Ask,
  agent?: Agent,
): Promise<IncomingMessage> {
  const address = `127.0.0.1:${port}`;
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const json = text === undefined ? {} : { "content-type": "application/json" };
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { ...json, ...headers }, agent },
      resolve,
    );
    sent.setTimeout(answerWithin, () => sent.destroy(new Error("no answer in time")));
    sent.once("error", (cause) => reject(new Unreachable(address, { cause })));
    sent.end(text);
  });
}

/** The daemon behind a port, if it is the one that wrote `instance` into its daemon.json. */
export async function isDaemonThere(port: number, instance: string): Promise<boolean> {
  try {
    const health = Health.safeParse(await readJson(await ask(port, paths.health, {})));
    return health.success && health.data.instance === instance;
  } catch {
    return false;
  }
}

export function connectToDaemon(port: number, token: string): Connection {
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${token}` };
  const send = async (path: string, more: Ask = {}) =>
    ask(port, path, { ...more, headers: { ...headers, ...more.headers } }, agent);
  const json = async (path: string, more: Ask = {}, ...fine: number[]) => {
    const response = await send(path, more);
    const value = await readJson(response);
    if (response.statusCode !== 200 && !fine.includes(response.statusCode ?? 0)) fail(value);
    return value;
  };
  return {
    me: async () => Me.parse(await json(paths.next)),
    push: async (operations) =>
      PushAnswer.parse(await json(paths.operations, { method: "POST", body: { operations } }, 422)),
    profile: async () => Profile.parse(await json(paths.profile)),
    ledger: async (at) => {
      const response = await send(at === undefined ? paths.ledger : `${paths.ledger}?at=${at}`);
      const content = await readBytes(response);
      if (response.statusCode !== 200) fail(JSON.parse(content.toString()));
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
    close: async () => agent.destroy(),
  };
}

function fail(value: unknown): never {
  const answer = ErrorAnswer.safeParse(value);
  throw new RequestFailed(
    answer.success ? (answer.data.error as unknown as WireError) : { code: "internal" },
  );
}

async function readBytes(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function readJson(response: IncomingMessage): Promise<unknown> {
  const text = (await readBytes(response)).toString();
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not ours; the schema of the caller says so
  }
}
