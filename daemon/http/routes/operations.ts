/** Operations in, one answer each; and the lines of the journal out, a page at a time. */
import { Hono } from "hono";
import { z } from "zod";
import type { Recorded } from "../../../shared/ledger/operation.ts";
import { maxBytes, maxPage, Push } from "../../../shared/wire.ts";
import { Hash, seqOf } from "../../../shared/words/ids.ts";
import type { Office } from "../../office.ts";
import { checkPast } from "../../past.ts";
import { keepPart, meOf, push } from "../../speaker.ts";
import { readBody, readQuery, SeqText } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

/** Where the copy of the one who asks stands. */
const Position = z.object({ since: SeqText.optional(), hash: Hash.optional() });
const Since = z.object({ since: SeqText, last: SeqText.optional() });

export const operationRoutes = (office: Office) =>
  new Hono<SignedIn>()
    .post("/", async (c) => {
      const { operations, signature, more } = await readBody(c, Push);
      if (more) {
        const bytes = Number(c.req.header("content-length") ?? maxBytes);
        return c.json({ kept: keepPart(office, c.get("speaker"), operations, bytes) });
      }
      const answer = await push(office, c.get("speaker"), operations, signature);
      // Nothing of it changed the ledger: said in the status too, for those who look no further.
      const declined = answer.answers.every(({ outcome }) => outcome === "declined");
      return c.json(answer, declined ? 422 : 200);
    })
    .get("/", async (c) => {
      const { since, last } = readQuery(c, Since);
      const end = Math.min(last ?? Number.POSITIVE_INFINITY, office.intake.ledger().seq);
      const until = seqOf(Math.min(end, since + maxPage));
      const lines: Recorded[] = [];
      if (until > since) {
        for await (const some of office.store.readSince(since, until)) lines.push(...some);
      }
      return c.json({ lines, more: until < end });
    })
    .get("/next", async (c) => {
      const { since, hash } = readQuery(c, Position);
      if (since !== undefined && hash !== undefined) await checkPast(office, since, hash);
      return c.json(meOf(office, c.get("speaker")));
    });
