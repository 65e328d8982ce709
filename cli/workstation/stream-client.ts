/**
 * Listening to the live stream, and coming back by itself: after a break, or when nothing was
 * heard for longer than three heartbeats, it asks again from the last number that it has.
 */
import type { IncomingMessage } from "node:http";
import { createParser } from "eventsource-parser";
import type { Listener } from "../../shared/connection.ts";
import { readRecorded } from "../../shared/ledger/operation.ts";
import { type Seq, seqOf } from "../../shared/words/ids.ts";

const silence = 45_000;
const backOff = { first: 250, most: 5_000 };

export function followStream(
  ask: (since: Seq) => Promise<IncomingMessage>,
  after: Seq,
  listener: Listener,
): { close(): void } {
  let since = after;
  let closed = false;
  let current: IncomingMessage | undefined;
  let pause = backOff.first;
  let timer: NodeJS.Timeout | undefined;

  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event !== "recorded") return;
      const lines = (JSON.parse(data) as unknown[]).map(readRecorded);
      const fresh = lines.filter(({ seq }) => seq > since);
      since = seqOf(lines.at(-1)?.seq ?? since);
      if (fresh.length > 0) listener.lines(fresh);
    },
  });

  async function listen(): Promise<void> {
    try {
      current = await ask(since);
      if (current.statusCode !== 200) throw new Error(`status ${current.statusCode}`);
      current.setEncoding("utf8");
      current.setTimeout(silence, () => current?.destroy());
      listener.heard(true);
      pause = backOff.first;
      for await (const piece of current) parser.feed(piece as string);
    } catch {
      // Broken off, refused or not understood: all the same from here, it is asked again.
    }
    parser.reset();
    if (closed) return;
    listener.heard(false);
    timer = setTimeout(() => void listen(), pause);
    pause = Math.min(pause * 2, backOff.most);
  }
  void listen();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      current?.destroy();
    },
  };
}
