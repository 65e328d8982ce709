/** The way in over HTTP: limits, who asks, the routes, and one place where errors become answers. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { RequestFailed } from "../../shared/connection.ts";
import type { Handover } from "../../shared/handover.ts";
import { type Health, type Place, paths, type WireError, wireVersion } from "../../shared/wire.ts";
import type { Hash } from "../../shared/words/ids.ts";
import { countAttempts } from "../attempts.ts";
import type { Office } from "../office.ts";
import { findWireError } from "../wire-errors.ts";
import { paced } from "./paced.ts";
import { accessRoutes } from "./routes/access.ts";
import { joinRoutes } from "./routes/join.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { operationRoutes } from "./routes/operations.ts";
import { profileRoutes } from "./routes/profile.ts";
import { recoveryRoutes } from "./routes/recovery.ts";
import { reportRoutes } from "./routes/report.ts";
import { returnRoutes } from "./routes/returning.ts";
import { streamRoutes } from "./routes/stream.ts";
import { tallyRoutes } from "./routes/tallies.ts";
import { type SignedIn, signedIn } from "./signed-in.ts";
import { withinBounds } from "./within-bounds.ts";

const statusOf: Readonly<Record<WireError["code"], ContentfulStatusCode>> = {
  "malformed-json": 400,
  malformed: 400,
  "too-large": 413,
  "not-signed-in": 401,
  "not-yours": 403,
  "role-required": 403,
  "not-invited": 403,
  "not-vouched": 403,
  "too-many-attempts": 429,
  "too-many-requests": 429,
  gap: 409,
  "other-past": 409,
  "copied-workstation": 409,
  "not-found": 404,
  "too-new": 404,
  "storage-failed": 507,
  internal: 500,
};

export interface AppOptions {
  readonly version: string;
  /** Tells this process from another that got its port. */
  readonly instance: string;
  /**
   * Where errors that nobody expected are noted, and a disk that takes nothing more; the one who
   * asked only gets their code.
   */
  readonly complain: (error: unknown) => void;
}

/** How others reach this daemon; a daemon that serves its machine only has none. */
export interface Network {
  readonly key: Hash;
  /** How this key came to be the office's: for those who know an older one. */
  readonly handovers: readonly Handover[];
  readonly place: () => Place; // known once it listens
}

export function createApp(office: Office, options: AppOptions, network?: Network) {
  const { version, instance, complain } = options;
  const attempts = countAttempts(office.now);
  let diskTold = false; // workstations try again and again: said once to whoever sits here
  const app = new Hono<SignedIn>();
  app.onError((thrown, c) => {
    const error = thrown instanceof RequestFailed ? thrown.error : findWireError(thrown);
    const isDisk = error?.code === "storage-failed";
    if (!error || (isDisk && !diskTold)) complain(thrown);
    diskTold ||= isDisk;
    const known = error ?? { code: "internal" as const };
    if ("seconds" in known) c.header("retry-after", String(known.seconds));
    return c.json({ error: known }, statusOf[known.code]);
  });
  app.notFound((c) => c.json({ error: { code: "not-found" } satisfies WireError }, 404));
  app.use(paced(office.now));
  // Asked with an instance, it answers only if it is that process: a port may be another's by now.
  app.get(paths.health, (c) =>
    (c.req.query("instance") ?? instance) === instance
      ? c.json({ name: "taizhang", version, wire: wireVersion } satisfies Health)
      : c.notFound(),
  );
  app.get(paths.handovers, (c) =>
    c.json({ taizhang: "handovers", v: 1, handovers: [...(network?.handovers ?? [])] }),
  );
  app.use(withinBounds());
  app.route(paths.join, joinRoutes(office, attempts, network?.key));
  app.route(paths.return, returnRoutes(office, attempts, network?.key));
  app.use("/v1/*", signedIn(office, attempts));
  app.route(paths.operations, operationRoutes(office));
  app.route(paths.ledger, ledgerRoutes(office));
  app.route(paths.stream, streamRoutes(office, version));
  app.route(paths.tallies, tallyRoutes(office));
  app.route(paths.report, reportRoutes(office));
  app.route(paths.profile, profileRoutes(office));
  app.route(paths.access, accessRoutes(office));
  app.route(paths.recovery, recoveryRoutes(office));
  app.get(paths.place, (c) => {
    if (!network) return c.notFound();
    return c.json(network.place());
  });
  return app;
}
