/** Requests without a lasting token: who was wrong too often is not even looked at. */
import { createMiddleware } from "hono/factory";
import { RequestFailed } from "../../shared/connection.ts";
import type { Attempts } from "../attempts.ts";
import { addressOf } from "./signed-in.ts";

export const limited = (attempts: Attempts) =>
  createMiddleware(async (c, next) => {
    const address = addressOf(c);
    const seconds = attempts.findWait(address);
    if (seconds !== undefined) throw new RequestFailed({ code: "too-many-attempts", seconds });
    await next();
    if (c.error instanceof RequestFailed) attempts.failed(address);
  });
