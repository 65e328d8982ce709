/** An admin lets a workstation in, or lost ones come back. */
import { Hono } from "hono";
import { AllowReturn, Grant } from "../../../shared/wire.ts";
import type { Office } from "../../office.ts";
import { allowReturn, grantAccess } from "../../speaker.ts";
import { readBody } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

export const accessRoutes = (office: Office) =>
  new Hono<SignedIn>()
    .post("/", async (c) => {
      await grantAccess(office, c.get("speaker"), await readBody(c, Grant));
      return c.json({ granted: true }, 201);
    })
    .post("/return", async (c) => {
      const { tokenHash } = await readBody(c, AllowReturn);
      await allowReturn(office, c.get("speaker"), tokenHash);
      return c.json({ granted: true }, 201);
    });
