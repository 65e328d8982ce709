/**
 * The live stream: server-sent events whose id is the sequence number. Where the journal stands,
 * catch up, cut over, live, and a heartbeat so that both sides notice a dead line: it says number
 * and hash, so a replica that differs is noticed too. Who reads too slowly is let go, and comes
 * back with the last id it has; who is let in no more is let go as well.
 */
import { Hono } from "hono";
import { z } from "zod";
import { type Hello, wireVersion } from "../../../shared/wire.ts";
import { Hash, type Seq, seqOf } from "../../../shared/words/ids.ts";
import { follow } from "../../follow.ts";
import type { Office } from "../../office.ts";
import { checkPast } from "../../past.ts";
import { isLetIn, type Speaker } from "../../speaker.ts";
import { readQuery, SeqText } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

const heartbeatEvery = 15_000;
const mostWaiting = 16 * 1024 * 1024; // bytes that one listener may be behind, live
const encoder = new TextEncoder();
const eventOf = (event: string, data: object): Uint8Array =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

const Asked = z.object({ since: SeqText.optional(), hash: Hash.optional() });

export const streamRoutes = (office: Office, version: string) =>
  new Hono<SignedIn>().get("/", async (c) => {
    const query = readQuery(c, Asked);
    const last = SeqText.safeParse(c.req.header("last-event-id"));
    const since = last.success ? last.data : (query.since ?? seqOf(0));
    if (query.hash !== undefined) await checkPast(office, since, query.hash);
    const { seq, hash } = office.intake.ledger();
    const { epoch } = office;
    const hello: Hello = { version, wire: wireVersion, epoch, seq, hash, now: office.now() };
    const body = streamOf(office, c.get("speaker"), since, eventOf("hello", hello));
    return c.body(body, 200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
  });

function streamOf(
  office: Office,
  speaker: Speaker,
  since: Seq,
  hello: Uint8Array,
): ReadableStream<Uint8Array> {
  const heartbeat = () => {
    const { seq, hash } = office.intake.ledger();
    return eventOf("digest", { seq, hash });
  };
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
        const timer = setInterval(() => send(heartbeat()), heartbeatEvery);
        timer.unref();
        const unfollow = follow(
          office,
          since,
          (frame) => {
            send(frame.bytes());
            if (!isLetIn(office, speaker)) close();
          },
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
        send(hello);
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
}
