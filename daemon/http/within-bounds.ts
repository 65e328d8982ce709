/**
 * A body of at most so many bytes. One that says its length is judged by it, and Node reads no more
 * than was said; only one that does not say it is counted while it comes, which costs a stream.
 */
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { RequestFailed } from "../../shared/connection.ts";
import { maxBytes } from "../../shared/wire.ts";

const tooLarge = (): never => {
  throw new RequestFailed({ code: "too-large", limit: maxBytes });
};

export function withinBounds() {
  const counted = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
  return createMiddleware(async (c, next) => {
    const length = c.req.header("content-length");
    if (length === undefined) return counted(c, next);
    if (Number(length) > maxBytes) tooLarge();
    return next();
  });
}
