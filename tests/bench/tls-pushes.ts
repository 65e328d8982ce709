/**
 * Durable pushes as an office on a network sends them, through TLS and signed, beside SQLite behind
 * the same TLS. What TLS alone costs is seen in the same run: both stand there without it too, ours
 * then unsigned.
 */
import type { Writer } from "../support/office.ts";
import { percentile, tell } from "./figures.ts";
import { type Load, loadText, race } from "./load.ts";
import { startServer } from "./server.ts";

const contestants = [
  { name: "ours", program: "ours", path: "/v1/operations", args: [50, 0, "network"] },
  { name: "sqlite behind the same TLS", program: "sqlite", path: "/", args: ["network"] },
  {
    name: "bare-journal behind the same TLS",
    program: "bare-journal",
    path: "/",
    args: ["network"],
  },
  { name: "sqlite without TLS", program: "sqlite", path: "/", args: [] },
  { name: "ours without either", program: "ours", path: "/v1/operations", args: [50, 0] },
] as const;
const [ours, peer, ...others] = contestants.map(({ name }) => name) as [
  string,
  string,
  ...string[],
];

export async function benchTlsPushes(quick: boolean): Promise<void> {
  const scale = quick ? 0.2 : 1;
  const rounds = quick ? 2 : 5;
  const loads: (Load & { aim: string })[] = [
    { connections: 50, each: 120 * scale, batch: 1, aim: "at least 1" },
    { connections: 1, each: 120 * scale, batch: 50, aim: "at least 2" },
    { connections: 50, each: 10 * scale, batch: 50, aim: "at least 2" },
  ];
  const servers = await Promise.all(
    contestants.map(async ({ name, program, path, args }) => ({
      name,
      path,
      server: await startServer(program, ...args),
      writers: new Map<number, Writer>(),
    })),
  );
  for (const { aim, ...load } of loads) {
    const { rate, times } = await race(servers, load, rounds);
    const figure = `durable pushes through TLS and signatures, ${loadText(load)}`;
    const beside = Object.fromEntries([peer, ...others].map((name) => [name, rate(name)]));
    const value = rate(ours);
    const ratio = value / rate(peer);
    tell({ figure, unit: "records/s", value, beside, ratio, aim, runs: rounds });
    for (const [name, part] of Object.entries({ p50: 0.5, p99: 0.99 })) {
      const at = (contestant: string) => percentile(times(contestant), part);
      tell({
        figure: `${figure}: ack ${name}`,
        unit: "ms",
        value: at(ours),
        beside: { [peer]: at(peer) },
      });
    }
  }
  for (const { server } of servers) await server.stop();
}
