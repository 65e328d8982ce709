/**
 * A load of pushes, laid on several servers in turn. Every request is made before the clock runs,
 * and signed where the server asks for it, and every connection is open: only sending and waiting
 * is measured.
 */
import { hashOperation } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { Writer } from "../support/office.ts";
import { median } from "./figures.ts";
import { connectAnew, post, type Running } from "./server.ts";

export interface Load {
  readonly connections: number;
  readonly each: number; // requests a connection
  readonly batch: number;
}
interface Result {
  readonly perSecond: number; // records
  readonly times: readonly number[]; // ms from a request to its answer
}
export interface Contestant {
  readonly name: string;
  readonly path: string;
  readonly server: Running;
  /** Each connection's own, kept from load to load: their numbers go on. */
  readonly writers: Map<number, Writer>;
}

/** What the load is, in the words of a figure. */
export const loadText = ({ connections, batch }: Load): string => {
  const how = batch === 1 ? "one by one" : `in batches of ${batch}`;
  return `${how}, ${connections} ${connections === 1 ? "connection" : "connections"}`;
};

function prepare({ server, path, writers }: Contestant, load: Load) {
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
      const last = operations.at(-1);
      const signature =
        client && last && server.key !== undefined
          ? vouch(client.privateKey, last.id, hashOperation(last))
          : undefined;
      return JSON.stringify({ operations, signature });
    });
    return { bodies, token: client?.token };
  });
  return async (): Promise<Result> => {
    await connectAnew(server, load.connections);
    const times: number[] = [];
    const start = performance.now();
    await Promise.all(
      clients.map(async ({ bodies, token }) => {
        for (const body of bodies) {
          const sent = performance.now();
          await post(server, path, body, token);
          times.push(performance.now() - sent);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1_000;
    return { perSecond: (load.connections * load.each * load.batch) / seconds, times };
  };
}

/** Round by round, the order reversed each time; a round before the first warms up. */
export async function race(contestants: readonly Contestant[], load: Load, rounds: number) {
  const results = new Map<string, Result[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const { name } = contestant;
      const result = await prepare(contestant, load)();
      if (round > 0) results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  const of = (name: string): readonly Result[] => results.get(name) ?? [];
  return {
    rate: (name: string): number => median(of(name).map(({ perSecond }) => perSecond)),
    times: (name: string): readonly number[] => of(name).flatMap(({ times }) => times),
  };
}
