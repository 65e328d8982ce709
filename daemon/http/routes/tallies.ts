/** The tallies of a period, each with its sources. */
import { Hono } from "hono";
import { z } from "zod";
import { plainTally } from "../../../shared/tally/plain-tally.ts";
import { tallyAll } from "../../../shared/tally/tally.ts";
import { PeriodId, periodOf } from "../../../shared/words/period.ts";
import type { Office } from "../../office.ts";
import { readQuery } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

export const tallyRoutes = (office: Office) =>
  new Hono<SignedIn>().get("/", (c) => {
    const { period } = readQuery(c, z.object({ period: PeriodId }));
    const ledger = office.intake.ledger();
    const tallies = tallyAll(ledger, periodOf(period)).map(plainTally);
    return c.json({ period, seq: ledger.seq, tallies });
  });
