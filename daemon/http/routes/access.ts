/** An admin lets a workstation in. */
import { Hono } from "hono";
import { Grant } from "../../../shared/wire.ts";
import type { Office } from "../../office.ts";
import { grantAccess } from "../../speaker.ts";
import { readBody } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

export const accessRoutes = (office: Office) =>
  new Hono<SignedIn>().post("/", async (c) => {
    await grantAccess(office, c.get("speaker"), await readBody(c, Grant));
    return c.json({ granted: true }, 201);
  });
