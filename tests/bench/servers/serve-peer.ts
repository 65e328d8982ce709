/** How a peer is served: on this machine alone, or behind TLS as the daemon is on its network. */
import { createServer } from "node:https";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { openCertificate } from "../../../daemon/certificate.ts";

/** @param folder where its certificate is made, with a key of the same kind as the daemon's */
export async function servePeer(app: Hono, folder: string, reach = "machine"): Promise<void> {
  const certificate = reach === "network" ? await openCertificate(folder) : undefined;
  const tls = certificate && {
    createServer,
    serverOptions: {
      key: certificate.key,
      cert: certificate.certificate,
      minVersion: "TLSv1.3" as const,
    },
  };
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1", ...tls }, ({ port }) =>
    process.stdout.write(`${JSON.stringify({ port, key: certificate?.keyHash, clients: [] })}\n`),
  );
  process.once("SIGTERM", () => process.exit(0));
}
