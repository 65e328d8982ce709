/**
 * The live stream: server-sent events whose id is the sequence number. Catch up, cut over, live,
 * and a heartbeat so that both sides notice a dead line. Who reads too slowly is let go, and
 * comes back with the last id it has.
 */
import { Hono } from "hono";
import { z } from "zod";
import { type Seq, seqOf } from "../../../shared/words/ids.ts";
import { follow } from "../../follow.ts";
import type { Office } from "../../office.ts";
import { readQuery, SeqText } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

const heartbeatEvery = 15_000;
const mostWaiting = 16 * 1024 * 1024; // bytes that one listener may be behind, live
const heartbeat = new TextEncoder().encode(": still here\n\n");

export const streamRoutes = (office: Office) =>
  new Hono<SignedIn>().get("/", (c) => {
    const query = readQuery(c, z.object({ since: SeqText.optional() }));
    const last = SeqText.safeParse(c.req.header("last-event-id"));
    const since = last.success ? last.data : (query.since ?? seqOf(0));
    return c.body(streamOf(office, since), 200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
  });

function streamOf(office: Office, since: Seq): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        let open = true;
        const send = (bytes: Uint8Array) => {
          if (!open) return;
          if ((controller.desiredSize ?? 0) < -mostWaiting) return close();
          controller.enqueue(bytes);
        };
        const timer = setInterval(() => send(heartbeat), heartbeatEvery);
        timer.unref();
        const unfollow = follow(
          office,
          since,
          (frame) => send(frame.bytes()),
          () => close(),
        );
        end = () => {
          open = false;
          clearInterval(timer);
          unfollow();
        };
        const close = () => {
          if (!open) return;
          end();
          controller.close();
        };
        send(heartbeat);
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
}
