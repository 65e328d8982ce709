/** The whole ledger, as it is or as it was at a number, in the form of its snapshot. */
import { Hono } from "hono";
import { z } from "zod";
import { snapshotLines } from "../../../shared/ledger/snapshot.ts";
import { ledgerAt } from "../../embedded.ts";
import type { Office } from "../../office.ts";
import { readQuery, SeqText } from "../requests.ts";
import type { SignedIn } from "../signed-in.ts";

const encoder = new TextEncoder();
const chunkLength = 64 * 1024;

export const ledgerRoutes = (office: Office) =>
  new Hono<SignedIn>().get("/", async (c) => {
    const { at } = readQuery(c, z.object({ at: SeqText.optional() }));
    const ledger = await ledgerAt(office, at);
    const lines = snapshotLines(ledger, office.epoch);
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        let text = "";
        while (text.length < chunkLength) {
          const next = lines.next();
          if (next.done) {
            if (text) controller.enqueue(encoder.encode(text));
            return controller.close();
          }
          text += `${next.value}\n`;
        }
        controller.enqueue(encoder.encode(text));
      },
    });
    return c.body(body, 200, { "content-type": "application/json; charset=utf-8" });
  });
