/** The report of a period, frozen if it is closed, as text or Markdown, or with --explain's data as JSON. */
import { Hono } from "hono";
import { z } from "zod";
import { RequestFailed } from "../../../shared/connection.ts";
import { documentFor } from "../../../shared/report/document-for.ts";
import { explain } from "../../../shared/report/explain.ts";
import { toMarkdown } from "../../../shared/report/formats/markdown.ts";
import { toText } from "../../../shared/report/formats/text.ts";
import { PeriodId, periodOf } from "../../../shared/words/period.ts";
import type { Office } from "../../office.ts";
import { readQuery } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

const Asked = z.object({
  period: PeriodId,
  format: z.enum(["text", "md", "explain"]).default("text"),
});

export const reportRoutes = (office: Office) =>
  new Hono<SignedIn>().get("/", (c) => {
    const { period, format } = readQuery(c, Asked);
    const ledger = office.intake.ledger();
    const document = documentFor(ledger, periodOf(period));
    if (!document) throw new RequestFailed({ code: "not-found" });
    if (format === "explain") return c.json({ period, figures: explain(document, ledger) });
    if (format === "text") return c.text(toText(document));
    return c.body(toMarkdown(document), 200, { "content-type": "text/markdown; charset=utf-8" });
  });
