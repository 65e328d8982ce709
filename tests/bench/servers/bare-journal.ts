/**
 * The limit: Hono, a line a record, fdatasync group commit, and an event to whoever listens.
 * Nothing is checked, numbered, hashed or folded. `bare-journal.ts FOLDER [network]`.
 */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { servePeer } from "./serve-peer.ts";

const [folder = "", reach] = process.argv.slice(2);
const journal = await open(join(folder, "bare.ndjson"), "a");
const encoder = new TextEncoder();
const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
let waiting: { lines: string; resolve: () => void }[] = [];
let working = false;

async function work() {
  working = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    const text = group.map(({ lines }) => lines).join("");
    await journal.write(text);
    await journal.datasync();
    const event = encoder.encode(`data: ${text.replaceAll("\n", " ")}\n\n`);
    for (const listener of listeners) listener.enqueue(event);
    for (const { resolve } of group) resolve();
  }
  working = false;
}

const app = new Hono();
app.post("/", async (c) => {
  const { operations } = JSON.parse(await c.req.text()) as { operations: unknown[] };
  const lines = operations.map((one) => `${JSON.stringify(one)}\n`).join("");
  await new Promise<void>((resolve) => {
    waiting.push({ lines, resolve });
    if (!working) void work();
  });
  return c.json({ recorded: operations.length });
});
app.get("/stream", (c) => {
  let own: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      own = controller;
      listeners.add(controller);
      controller.enqueue(encoder.encode(": here\n\n"));
    },
    cancel: () => void listeners.delete(own),
  });
  return c.body(body, 200, { "content-type": "text/event-stream" });
});
await servePeer(app, folder, reach);
