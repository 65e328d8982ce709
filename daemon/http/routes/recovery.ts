/** A workstation hands back what this daemon had lost. */
import { Hono } from "hono";
import { RequestFailed } from "../../../shared/connection.ts";
import { readRecorded } from "../../../shared/ledger/operation.ts";
import { Recovery } from "../../../shared/wire.ts";
import type { Office } from "../../office.ts";
import { takeBack } from "../../recovery.ts";
import { readBody } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

export const recoveryRoutes = (office: Office) =>
  new Hono<SignedIn>().post("/", async (c) => {
    const { lines, ...past } = await readBody(c, Recovery);
    try {
      return c.json(await takeBack(office, { ...past, lines: lines.map(readRecorded) }));
    } catch (error) {
      if (!(error instanceof Error && error.name === "ZodError")) throw error;
      throw new RequestFailed({ code: "malformed", path: "lines", issue: "recorded" });
    }
  });
