/** What the network costs: TLS and signatures, catching up, coming back, and standing still. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf } from "../../cli/workstation/answers.ts";
import { keepIdentity } from "../../cli/workstation/identity.ts";
import { openJoined } from "../../cli/workstation/joined/joined.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { type Asker, askerOn, type Way } from "../../cli/workstation/way.ts";
import { openWorkstation } from "../../cli/workstation/workstation.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { EntryId, nameOf } from "../../shared/words/ids.ts";
import { Writer } from "../support/office.ts";
import { median, percentile, tell, timed } from "./figures.ts";
import { type Client, type Running, startServer } from "./server.ts";

const wayTo = ({ port, key }: Running): Way => ({ host: "127.0.0.1", port, key });
const signedIn = ({ token }: Client) => ({ authorization: `Bearer ${token}` });

/** Listeners on the stream; each calls back once for every word it was told to wait for. */
async function listen(server: Running, client: Client | undefined, path: string, count: number) {
  let word = "";
  let left = 0;
  let done = () => {};
  const askers: Asker[] = [];
  for (let at = 0; at < count; at++) {
    const asker = askerOn(wayTo(server));
    askers.push(asker);
    const stream = await asker.ask(path, client ? { headers: signedIn(client) } : {});
    stream.setEncoding("utf8");
    stream.on("error", () => undefined);
    let text = "";
    stream.on("data", (piece: string) => {
      text += piece;
      if (word === "" || !text.includes(word)) return;
      text = "";
      left -= 1;
      if (left === 0) done();
    });
  }
  return {
    heard: (wanted: string) =>
      new Promise<void>((resolve) => {
        word = wanted;
        left = count;
        done = resolve;
      }),
    close: () => {
      for (const asker of askers) asker.close();
    },
  };
}

async function pushToLast(server: Running, count: number, runs: number): Promise<number[]> {
  const [client] = server.clients ?? [];
  const writer = new Writer(client ?? { id: "peer0001" as never, member: "peer0001-1" as never });
  const path = client ? "/v1/stream?since=5" : "/stream";
  const listening = await listen(server, client, path, count);
  const asker = askerOn(wayTo(server));
  const times: number[] = [];
  for (let at = 0; at < runs + 20; at++) {
    const word = `第${at}号${count}止`;
    const operation = writer.meeting(word);
    const heard = listening.heard(word);
    const start = performance.now();
    const signature =
      client && server.key
        ? { signature: vouch(client.privateKey, operation.id, hashOperation(operation)) }
        : {};
    const body = { operations: [operation], ...signature };
    const headers = client ? signedIn(client) : {};
    const answered = asker
      .ask(client ? "/v1/operations" : "/", { method: "POST", body, headers })
      .then(bytesOf);
    await Promise.all([answered, heard]);
    if (at >= 20) times.push(performance.now() - start);
  }
  listening.close();
  asker.close();
  return times;
}

async function benchLast(count: number, runs: number): Promise<void> {
  const signed = await startServer("ours", 1, 0, "network");
  const plain = await startServer("ours", 1, 0);
  const bare = await startServer("bare-journal");
  const own = await pushToLast(signed, count, runs);
  const without = await pushToLast(plain, count, runs);
  const relay = await pushToLast(bare, count, runs);
  const figure = `from a push to the last of ${count} workstations, through TLS and signatures`;
  const beside = { "bare relay with journal": median(relay), "without either": median(without) };
  const ratio = median(own) / median(relay);
  tell({
    figure: `${figure}: p50`,
    unit: "ms",
    value: median(own),
    beside,
    ratio,
    ...(count === 30 ? { aim: "at most 2" } : {}),
    runs,
  });
  tell({ figure: `${figure}: p99`, unit: "ms", value: percentile(own, 0.99) });
  for (const server of [signed, plain, bare]) await server.stop();
}

/** A workstation that has joined and knows nothing yet, in a folder of its own. */
async function station(server: Running, way: () => Way) {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const [identity] = server.clients;
  if (!identity) throw new Error("no client");
  await keepIdentity(folder, identity);
  const joined = await openJoined(folder, identity, {
    now: () => new Date(),
    random: () => 0,
    ways: async function* () {
      yield way();
    },
    reached: async () => undefined,
    note: () => undefined,
  });
  return { joined, folder, identity };
}
const until = (joined: JoinedConnection, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      end();
      resolve();
    };
    const end = joined.live.subscribe(look);
    look();
  });

async function benchCatchUp(records: number): Promise<void> {
  const server = await startServer("ours", 1, records, "network");
  const [client] = server.clients;
  if (!client) throw new Error("no client");
  const asker = askerOn(wayTo(server));
  const headers = signedIn(client);
  const next = await bytesOf(await asker.ask("/v1/operations/next", { headers }));
  const { seq } = JSON.parse(next.toString()) as { seq: number };
  let bytes = 0;
  const bare = await timed(async () => {
    for (let since = 0; since < seq; since += 2_000) {
      bytes += (await bytesOf(await asker.ask(`/v1/operations?since=${since}`, { headers })))
        .length;
    }
  });
  asker.close();
  const start = performance.now();
  const { joined, folder } = await station(server, () => wayTo(server));
  await until(joined, () => joined.live.current().ledger.seq >= seq);
  const shown = performance.now() - start;
  await joined.whole();
  const kept = performance.now() - start;
  await joined.close();
  const figure = `a new workstation catches up with ${records} operations`;
  const beside = { "download of the journal alone": bare };
  const ratio = shown / bare;
  tell({
    figure: `${figure}: shown`,
    unit: "ms",
    value: shown,
    beside,
    ratio,
    aim: "under 3000 ms",
  });
  tell({ figure: `${figure}: on its disk`, unit: "ms", value: kept, beside });
  tell({ figure: "bytes of that journal on the wire", unit: "MB", value: bytes / 1e6 });
  await rm(folder, { recursive: true });
  await server.stop();
}

async function benchComingBack(waiting: number): Promise<void> {
  const server = await startServer("ours", 1, 0, "network");
  const nowhere = { host: "127.0.0.1", port: 1, key: server.key };
  let plugged = true;
  const { joined, folder, identity } = await station(server, () =>
    plugged ? wayTo(server) : nowhere,
  );
  await until(joined, () => joined.live.current().connected);
  await joined.close();
  plugged = false;
  const again = await openJoined(folder, identity, {
    now: () => new Date(),
    random: () => 0,
    ways: async function* () {
      yield plugged ? wayTo(server) : nowhere;
    },
    reached: async () => undefined,
    note: () => undefined,
  });
  const workstation = openWorkstation(folder, identity, again, () => new Date());
  const drafts = Array.from({ length: waiting }, (_, at) => (id: { n: number }) => ({
    type: "entry-logged",
    entry: {
      id: EntryId.parse(nameOf(id as never)),
      kind: "meeting",
      on: "2022-03-01",
      title: `第 ${at} 次`,
      quantity: 1,
      units: [],
      marks: [],
    },
  }));
  await workstation.submit(drafts as never, { together: false });
  plugged = true;
  const start = performance.now();
  await until(again, () => again.live.current().waiting === 0);
  tell({
    figure: `from cable-in to all delivered, an outbox of ${waiting}`,
    unit: "ms",
    value: performance.now() - start,
    beside: { "longest pause between two attempts": 5_000 },
  });
  await again.close();
  await rm(folder, { recursive: true });
  await server.stop();
}

async function readProcess(pid: number | undefined) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const stat = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  return { megabytes: kilobytes / 1024, ticks: Number(stat[11]) + Number(stat[12]) };
}

async function benchIdle(seconds: number): Promise<void> {
  const server = await startServer("ours", 1, 1_000, "network");
  const alone = await readProcess(server.child.pid);
  const listening = await listen(server, server.clients[0], "/v1/stream?since=1000", 50);
  const before = await readProcess(server.child.pid);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = await readProcess(server.child.pid);
  const figure = `an idle daemon with 50 streams, ${seconds} s`;
  const beside = { "before the streams": alone.megabytes };
  tell({ figure: `${figure}: memory`, unit: "MiB", value: after.megabytes, beside });
  const share = (after.ticks - before.ticks) / seconds; // a tick is 10 ms
  tell({ figure: `${figure}: processor`, unit: "% of one core", value: share });
  listening.close();
  await server.stop();
}

export async function benchLan(quick: boolean): Promise<void> {
  await benchLast(30, quick ? 50 : 300);
  await benchLast(50, quick ? 50 : 300);
  await benchCatchUp(quick ? 5_000 : 100_000);
  await benchComingBack(1_000);
  await benchIdle(quick ? 3 : 60);
}
