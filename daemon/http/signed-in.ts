/** Token → speaker, or 401. The token travels in the header, never in an address. */
import { createMiddleware } from "hono/factory";
import { RequestFailed } from "../../shared/connection.ts";
import type { Office } from "../office.ts";
import { findSpeaker, type Speaker } from "../speaker.ts";

export interface SignedIn {
  Variables: { speaker: Speaker };
}

export const signedIn = (office: Office) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const token = /^Bearer ([\w-]{20,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
    const speaker = token && findSpeaker(office, token);
    if (!speaker) throw new RequestFailed({ code: "not-signed-in" });
    c.set("speaker", speaker);
    await next();
  });
