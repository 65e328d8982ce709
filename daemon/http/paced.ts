/** Requests from the network at a pace that leaves room for others; this machine's own are not counted. */
import { createMiddleware } from "hono/factory";
import { RequestFailed } from "../../shared/connection.ts";
import type { Instant } from "../../shared/words/dates.ts";
import { isLoopback } from "../listen.ts";
import { createPace } from "../pace.ts";
import { addressOf } from "./signed-in.ts";

export function paced(now: () => Instant) {
  const pace = createPace(now);
  return createMiddleware(async (c, next) => {
    const address = addressOf(c);
    const isOwn = address === "" || isLoopback(address);
    const seconds = isOwn ? undefined : pace.findWait(address);
    if (seconds !== undefined) throw new RequestFailed({ code: "too-many-requests", seconds });
    await next();
  });
}
