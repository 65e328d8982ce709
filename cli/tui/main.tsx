/**
 * Opens the screens on an office: through its daemon where one runs, else with a daemon of their
 * own for as long as they are open, so that other programs can write meanwhile and are seen.
 */
import { randomUUID } from "node:crypto";
import { render } from "ink";
import { findProfile } from "../../shared/ledger/ledger.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import { chooseIdentity, findDaemon, officeOptions } from "../workstation/connect.ts";
import { connectToDaemon } from "../workstation/daemon-client.ts";
import type { Identity } from "../workstation/identity.ts";
import { openWorkstation } from "../workstation/workstation.ts";
import { App } from "./app.tsx";
import { OfficeProvider } from "./office-context.tsx";
import { renderingOf } from "./ui/plain.ts";
import { probeTerminal } from "./ui/probe.ts";

/** @throws what opening an office throws */
export async function openScreens(session: Session, period?: Period): Promise<void> {
  const probed = session.plain ? Promise.resolve() : probeTerminal(); // beside the opening, which takes longer
  try {
    await open(session, probed, period);
  } finally {
    await probed;
  }
}

async function open(session: Session, probed: Promise<void>, period?: Period): Promise<void> {
  const { folder, now, wording } = session;
  const identity = await chooseIdentity(folder, session.as);
  const { connection, own } = await reach(session, identity);
  const workstation = openWorkstation(folder, identity, connection, now);
  const live = await workstation.live();
  try {
    const office = { workstation, live, wording, now };
    const profile = findProfile(live.current().ledger);
    const today = localDateIn(profile?.office.timeZone ?? "Asia/Shanghai", now());
    await probed;
    const { waitUntilExit, unmount } = render(
      <OfficeProvider office={office}>
        <App startPeriod={period ?? halfYearOf(today)} />
      </OfficeProvider>,
      { ...renderingOf(session.plain), exitOnCtrlC: true, maxFps: 60 },
    );
    // A terminal that is closed ends the screens in order too: the ledger is saved, the lock given back.
    for (const signal of ["SIGHUP", "SIGTERM"] as const) process.once(signal, () => unmount());
    await waitUntilExit();
  } finally {
    live.close();
    await workstation.close();
    await own?.close();
  }
}

/** How long the first frame waits for a daemon that does not answer. */
const daemonWithin = 500;

/** A joined workstation's own disk; the daemon that runs here; or one for as long as this is open. */
async function reach(session: Session, identity: Identity) {
  const { folder, now } = session;
  if (identity.daemon) {
    const joined = await (await import("../workstation/joined/open.ts")).open(
      folder,
      identity,
      now,
    );
    await joined.caughtUp(daemonWithin);
    return { connection: joined };
  }
  const running = await findDaemon(folder, identity.token);
  if (running) return { connection: running };
  const own = await startOwn(session);
  const way = { host: "127.0.0.1", port: own.port };
  return { connection: connectToDaemon(way, identity.token), own };
}

async function startOwn({ folder, now, daemonProgram }: Session) {
  const daemon = await daemonProgram();
  return daemon.startDaemon(folder, 0, {
    reach: "machine",
    ...officeOptions(now),
    version,
    instance: randomUUID(),
    complain: () => {}, // the screen is not the place; whoever asked got its answer
  });
}
