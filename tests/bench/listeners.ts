/** From one client's push to the last of 30 listeners, against a bare relay with a journal. */
import { get } from "node:http";
import { Writer } from "../support/office.ts";
import { median, percentile, tell } from "./figures.ts";
import { post, type Running, startServer } from "./server.ts";

const listeners = 30;

interface Listening {
  /** Resolves when every listener has heard this word. */
  heard(word: string): Promise<void>;
  close(): void;
}

async function listenTo(server: Running, path: string): Promise<Listening> {
  let wanted = "";
  let left = 0;
  let done = () => {};
  const token = server.clients[0]?.token;
  const streams = await Promise.all(
    Array.from(
      { length: listeners },
      () =>
        new Promise<{ destroy(): void }>((resolve) => {
          const headers = token ? { authorization: `Bearer ${token}` } : {};
          const asked = get(
            { host: "127.0.0.1", port: server.port, path, headers, agent: false },
            (response) => {
              let text = "";
              response.setEncoding("utf8");
              response.on("data", (piece: string) => {
                resolve(asked);
                text += piece;
                if (wanted === "" || !text.includes(wanted)) return;
                text = "";
                left -= 1;
                if (left === 0) done();
              });
              response.on("error", () => undefined); // closed at the end
            },
          );
          asked.on("error", () => undefined);
        }),
    ),
  );
  return {
    heard: (word) =>
      new Promise((resolve) => {
        wanted = word;
        left = listeners;
        done = resolve;
      }),
    close: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}

async function measure(
  server: Running,
  push: string,
  stream: string,
  pushes: number,
): Promise<number[]> {
  const client = server.clients[0];
  const writer = new Writer(client ?? { id: "peer0001" as never, member: "peer0001-1" as never });
  const listening = await listenTo(server, stream);
  const times: number[] = [];
  for (let at = 0; at < pushes + 20; at++) {
    const word = `第${at}号${pushes}止`;
    const body = JSON.stringify({ operations: [writer.meeting(word)] });
    const heard = listening.heard(word);
    const start = performance.now();
    await Promise.all([post(server, push, body, client?.token), heard]);
    if (at >= 20) times.push(performance.now() - start);
  }
  listening.close();
  return times;
}

export async function benchListeners(quick: boolean): Promise<void> {
  const pushes = quick ? 50 : 300;
  const ours = await startServer("ours", 1, 0);
  const bare = await startServer("bare-journal");
  const seq = 5; // what stands before the first push: the office and its member
  const own = await measure(ours, "/v1/operations", `/v1/stream?since=${seq}`, pushes);
  const relay = await measure(bare, "/", "/stream", pushes);
  const figure = `from a push to the last of ${listeners} listeners`;
  const value = median(own);
  const beside = { "bare relay with journal": median(relay) };
  const ratio = value / beside["bare relay with journal"];
  tell({
    figure: `${figure}: p50`,
    unit: "ms",
    value,
    beside,
    ratio,
    aim: "at most 1.3",
    runs: pushes,
  });
  tell({
    figure: `${figure}: p99`,
    unit: "ms",
    value: percentile(own, 0.99),
    beside: { "bare relay with journal": percentile(relay, 0.99) },
  });
  await ours.stop();
  await bare.stop();
}
