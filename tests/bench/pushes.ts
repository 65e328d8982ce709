/** Durable pushes: one by one at 1, 10 and 50 connections, and in batches of 50 on one. */
import type { Writer } from "../support/office.ts";
import { median, percentile, tell } from "./figures.ts";
import { type Load, loadText, race } from "./load.ts";
import { startServer } from "./server.ts";

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
    const { rate, times } = await race(servers, load, rounds);
    const figure = `durable pushes ${loadText(load)}`;
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
    const own = times("ours");
    tell({ figure: `${figure}: ack p50`, unit: "ms", value: median(own) });
    tell({ figure: `${figure}: ack p99`, unit: "ms", value: percentile(own, 0.99) });
  }
  for (const { server } of servers) await server.stop();
}

/** The same load on a ledger that is empty, and on ones that are not. */
export async function benchGrowth(quick: boolean): Promise<void> {
  const sizes = quick ? [0, 10_000] : [0, 10_000, 100_000];
  const servers = [];
  for (const size of sizes) {
    servers.push({
      name: String(size),
      path: "/v1/operations",
      server: await startServer("ours", 10, size),
      writers: new Map<number, Writer>(),
    });
  }
  const { rate } = await race(servers, { connections: 10, each: 200, batch: 1 }, 5);
  const none = rate("0");
  for (const size of sizes.slice(1)) {
    const value = rate(String(size));
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
