/** A workstation hands back what this daemon had lost. */
import { Hono } from "hono";
import { Recovery } from "../../../shared/wire.ts";
import type { Office } from "../../office.ts";
import { takeBack } from "../../recovery.ts";
import { readLost } from "../lost-lines.ts";
import { readBody } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

export const recoveryRoutes = (office: Office) =>
  new Hono<SignedIn>().post("/", async (c) =>
    c.json(await takeBack(office, readLost(await readBody(c, Recovery)))),
  );
