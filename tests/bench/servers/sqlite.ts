/** The peer: Hono and node:sqlite, every request a transaction, synchronous=FULL. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const [folder = ""] = process.argv.slice(2);
const database = new DatabaseSync(join(folder, "peer.sqlite"));
database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
database.exec("CREATE TABLE operation (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)");
const insert = database.prepare("INSERT INTO operation (body) VALUES (?)");
const app = new Hono();
app.post("/", async (c) => {
  const { operations } = JSON.parse(await c.req.text()) as { operations: unknown[] };
  database.exec("BEGIN");
  for (const one of operations) insert.run(JSON.stringify(one));
  database.exec("COMMIT");
  return c.json({ recorded: operations.length });
});
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  process.stdout.write(`${JSON.stringify({ port, clients: [] })}\n`),
);
process.once("SIGTERM", () => process.exit(0));
