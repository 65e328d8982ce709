/** The only thing that may be asked for without a token: to be let in, with an invitation. */
import { Hono } from "hono";
import { RequestFailed } from "../../../shared/connection.ts";
import { Join } from "../../../shared/wire.ts";
import type { Attempts } from "../../attempts.ts";
import { join } from "../../join.ts";
import type { Office } from "../../office.ts";
import { readBody } from "../requests.ts";
import { addressOf } from "../signed-in.ts";

export const joinRoutes = (office: Office, attempts: Attempts) =>
  new Hono().post("/", async (c) => {
    const address = addressOf(c);
    const seconds = attempts.findWait(address);
    if (seconds !== undefined) throw new RequestFailed({ code: "too-many-attempts", seconds });
    try {
      return c.json(await join(office, await readBody(c, Join)), 201);
    } catch (error) {
      if (error instanceof RequestFailed) attempts.failed(address);
      throw error;
    }
  });
