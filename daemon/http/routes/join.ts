/** To be let in, with an invitation. */
import { Hono } from "hono";
import { AskInvited, Join } from "../../../shared/wire.ts";
import type { Hash } from "../../../shared/words/ids.ts";
import type { Attempts } from "../../attempts.ts";
import { findInvited, join } from "../../join.ts";
import type { Office } from "../../office.ts";
import { limited } from "../limited.ts";
import { readBody } from "../requests.ts";

/** @param key of this daemon; without one it serves its own machine, and nobody joins */
export function joinRoutes(office: Office, attempts: Attempts, key: Hash | undefined) {
  if (key === undefined) return new Hono();
  return new Hono()
    .use(limited(attempts))
    .post("/", async (c) => c.json(await join(office, await readBody(c, Join)), 201))
    .post("/invited", async (c) => {
      const { token } = await readBody(c, AskInvited);
      return c.json(findInvited(office, token, key));
    });
}
