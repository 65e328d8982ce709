/**
 * Opens the screens on an office: through its daemon where one runs, else with a daemon of their
 * own for as long as they are open, so that other programs can write meanwhile and are seen.
 */
import { randomUUID } from "node:crypto";
import { render } from "ink";
import type { ReactNode } from "react";
import { findProfile } from "../../shared/ledger/ledger.ts";
import { type LocalDate, localDateIn } from "../../shared/words/dates.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { readPeriod } from "../reading/dates.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import { chooseIdentity, findDaemon, officeOptions } from "../workstation/connect.ts";
import { connectToDaemon } from "../workstation/daemon-client.ts";
import type { Identity } from "../workstation/identity.ts";
import { openWorkstation } from "../workstation/workstation.ts";
import { App } from "./app.tsx";
import { OfficeProvider } from "./office-context.tsx";
import { probeTerminal } from "./ui/probe.ts";
import { Wall } from "./wall.tsx";

/** @throws what opening an office throws */
export async function openScreens(session: Session, period?: Period): Promise<void> {
  await show(session, (today) => <App startPeriod={period ?? halfYearOf(today)} />);
}

/**
 * The board for a wall, until somebody presses `q`.
 * @throws what opening an office throws; WrongUse for a name that is no period
 */
export async function openWall(session: Session, name: string | undefined): Promise<void> {
  await show(session, (today) => (
    <Wall period={name === undefined ? undefined : readPeriod(name, () => today)} />
  ));
}

type Root = (today: LocalDate) => ReactNode;

async function show(session: Session, root: Root): Promise<void> {
  const probed = probeTerminal(); // beside the opening, which takes longer
  try {
    await open(session, probed, root);
  } finally {
    await probed;
  }
}

async function open(session: Session, probed: Promise<void>, root: Root): Promise<void> {
  const { folder, now, wording } = session;
  const identity = await chooseIdentity(folder, session.as);
  const { connection, own } = await reach(session, identity);
  const workstation = openWorkstation(folder, identity, connection, now);
  const live = await workstation.live();
  try {
    const office = { workstation, live, wording, now, folder };
    const profile = findProfile(live.current().ledger);
    const today = localDateIn(profile?.office.timeZone ?? "Asia/Shanghai", now());
    await probed;
    const { waitUntilExit, unmount } = render(
      <OfficeProvider office={office}>{root(today)}</OfficeProvider>,
      { alternateScreen: true, incrementalRendering: true, exitOnCtrlC: true },
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
