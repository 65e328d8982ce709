/**
 * Token → speaker, or 401. The token travels in the header, never in an address. A wrong one and an
 * unknown one cost the same; who brings too many is told to wait, and a right one is always heard.
 */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { RequestFailed } from "../../shared/connection.ts";
import type { Attempts } from "../attempts.ts";
import type { Office } from "../office.ts";
import { findSpeaker, type Speaker } from "../speaker.ts";

export interface SignedIn {
  Variables: { speaker: Speaker };
}

/** Who asks, as the network says; nothing where there is none. */
export const addressOf = (c: Context): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress ?? "";

export const signedIn = (office: Office, attempts: Attempts) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const token = /^Bearer ([\w-]{20,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
    const speaker = findSpeaker(office, token ?? "");
    if (!speaker) {
      const address = addressOf(c);
      const seconds = attempts.findWait(address);
      if (seconds !== undefined) throw new RequestFailed({ code: "too-many-attempts", seconds });
      attempts.failed(address);
      throw new RequestFailed({ code: "not-signed-in" });
    }
    c.set("speaker", speaker);
    await next();
  });
