/**
 * A workstation that the office has lost sight of comes back: it compares its copy of the journal,
 * and hands back what was lost, among it its own joining. Its token for that opens nothing else.
 */
import { Hono } from "hono";
import { RequestFailed } from "../../../shared/connection.ts";
import { hashText } from "../../../shared/ledger/chain.ts";
import { AskPast, type PastAnswer, ReturnedLines } from "../../../shared/wire.ts";
import type { Hash } from "../../../shared/words/ids.ts";
import type { Attempts } from "../../attempts.ts";
import type { Office } from "../../office.ts";
import { findHash } from "../../past.ts";
import { takeBack } from "../../recovery.ts";
import { limited } from "../limited.ts";
import { readLost } from "../lost-lines.ts";
import { readBody } from "../requests.ts";

/** @param key of this daemon; without one it serves its own machine, and nobody was ever away */
export function returnRoutes(office: Office, attempts: Attempts, key: Hash | undefined) {
  if (key === undefined) return new Hono();
  const check = (token: string) => {
    if (office.access.mayReturn(hashText(token), office.now())) return;
    throw new RequestFailed({ code: "not-invited" });
  };
  return new Hono()
    .use(limited(attempts))
    .post("/past", async (c) => {
      const { token, seq } = await readBody(c, AskPast);
      check(token);
      return c.json({ key, hash: await findHash(office, seq) } satisfies PastAnswer);
    })
    .post("/lines", async (c) => {
      const { token, ...recovery } = await readBody(c, ReturnedLines);
      check(token);
      return c.json(await takeBack(office, readLost(recovery)));
    });
}
