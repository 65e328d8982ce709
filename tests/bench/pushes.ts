/** Durable pushes: one by one at 1, 10 and 50 connections, and in batches of 50 on one. */
import { Writer } from "../support/office.ts";
import { median, percentile, tell } from "./figures.ts";
import { post, type Running, startServer } from "./server.ts";

interface Load {
  readonly connections: number;
  readonly each: number; // requests a connection
  readonly batch: number;
}
interface Result {
  readonly perSecond: number; // records
  readonly times: readonly number[]; // ms from a request to its answer
}

/** Every request is made before the clock runs: only sending and waiting is measured. */
function prepare(server: Running, path: string, load: Load, writers: Map<number, Writer>) {
  const clients = Array.from({ length: load.connections }, (_, at) => {
    const client = server.clients[at];
    const writer =
      writers.get(at) ??
      new Writer(client ?? { id: "peer0001" as never, member: "peer0001-1" as never });
    writers.set(at, writer);
    const bodies = Array.from({ length: load.each }, () => {
      const operations = Array.from({ length: load.batch }, (_one, n) =>
        writer.meeting(`例会 ${n}`),
      );
      return JSON.stringify({ operations });
    });
    return { bodies, token: client?.token };
  });
  return async (): Promise<Result> => {
    const times: number[] = [];
    const start = performance.now();
    await Promise.all(
      clients.map(async ({ bodies, token }) => {
        for (const body of bodies) {
          const sent = performance.now();
          await post(server.port, path, body, token);
          times.push(performance.now() - sent);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1_000;
    return { perSecond: (load.connections * load.each * load.batch) / seconds, times };
  };
}

const contestants = [
  { name: "ours", path: "/v1/operations", args: [50, 0] },
  { name: "bare-journal", path: "/", args: [] },
  { name: "sqlite", path: "/", args: [] },
] as const;

export async function benchPushes(quick: boolean): Promise<void> {
  const scale = quick ? 0.2 : 1;
  const rounds = quick ? 2 : 5;
  const loads: (Load & { aim: string })[] = [
    { connections: 1, each: 800 * scale, batch: 1, aim: "at least 0.8 of bare-journal" },
    { connections: 10, each: 300 * scale, batch: 1, aim: "at least 0.8 of bare-journal" },
    { connections: 50, each: 120 * scale, batch: 1, aim: "at least 0.8 of bare-journal" },
    { connections: 1, each: 120 * scale, batch: 50, aim: "at least 0.6 of bare-journal" },
  ];
  const servers = await Promise.all(
    contestants.map(async ({ name, path, args }) => ({
      name,
      path,
      server: await startServer(name, ...args),
      writers: new Map<number, Writer>(),
    })),
  );
  for (const { aim, ...load } of loads) {
    const results = new Map<string, Result[]>();
    for (let round = 0; round <= rounds; round++) {
      const order = round % 2 === 0 ? servers : servers.toReversed();
      for (const { name, path, server, writers } of order) {
        const result = await prepare(server, path, load, writers)();
        if (round > 0) results.set(name, [...(results.get(name) ?? []), result]); // the first warms up
      }
    }
    const rate = (name: string) =>
      median((results.get(name) ?? []).map(({ perSecond }) => perSecond));
    const times = (results.get("ours") ?? []).flatMap((result) => result.times);
    const what = load.batch === 1 ? "one by one" : `in batches of ${load.batch}`;
    const figure = `durable pushes ${what}, ${load.connections} connections`;
    const beside = { "bare-journal": rate("bare-journal"), sqlite: rate("sqlite") };
    const value = rate("ours");
    tell({
      figure,
      unit: "records/s",
      value,
      beside,
      ratio: value / beside["bare-journal"],
      aim,
      runs: rounds,
    });
    tell({ figure: `${figure}: ack p50`, unit: "ms", value: median(times) });
    tell({ figure: `${figure}: ack p99`, unit: "ms", value: percentile(times, 0.99) });
  }
  for (const { server } of servers) await server.stop();
}

/** The same load on a ledger that is empty, and on ones that are not. */
export async function benchGrowth(quick: boolean): Promise<void> {
  const sizes = quick ? [0, 10_000] : [0, 10_000, 100_000];
  const servers = [];
  for (const size of sizes) {
    servers.push({
      size,
      server: await startServer("ours", 10, size),
      writers: new Map<number, Writer>(),
    });
  }
  const results = new Map<number, number[]>();
  for (let round = 0; round <= 5; round++) {
    for (const { size, server, writers } of round % 2 ? servers.toReversed() : servers) {
      const load = { connections: 10, each: 200, batch: 1 };
      const { perSecond } = await prepare(server, "/v1/operations", load, writers)();
      if (round > 0) results.set(size, [...(results.get(size) ?? []), perSecond]);
    }
  }
  const none = median(results.get(0) ?? []);
  for (const size of sizes.slice(1)) {
    const value = median(results.get(size) ?? []);
    const figure = `durable pushes with ${size} records there, 10 connections`;
    tell({
      figure,
      unit: "records/s",
      value,
      beside: { none },
      ratio: value / none,
      aim: "at least 0.85",
      runs: 5,
    });
  }
  for (const { server } of servers) await server.stop();
}
