/** The peer: Hono and node:sqlite, every request a transaction, synchronous=FULL. `FOLDER [network]`. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Hono } from "hono";
import { servePeer } from "./serve-peer.ts";

const [folder = "", reach] = process.argv.slice(2);
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
await servePeer(app, folder, reach);
