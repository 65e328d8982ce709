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
import { openFirstSteps } from "../workstation/first-steps.ts";
import type { Identity } from "../workstation/identity.ts";
import { openWorkstation } from "../workstation/workstation.ts";
import { App } from "./app.tsx";
import { openTerminalInput } from "./input/terminal-input.ts";
import { OfficeProvider } from "./office-context.tsx";
import { ScreenModesProvider } from "./terminal/hand-over.tsx";
import { type ScreenModes, screenModes } from "./terminal/screen-modes.ts";
import { renderingOf } from "./ui/plain.ts";
import { probeTerminal } from "./ui/probe.ts";
import { MouseProvider } from "./ui/use-mouse.ts";
import { Wall } from "./wall.tsx";

/** @throws what opening an office throws */
export function openScreens(session: Session, period?: Period): Promise<void> {
  return onTerminal(session, async ({ today, modes, member }) => (
    <App
      startPeriod={period ?? halfYearOf(today)}
      session={session}
      modes={modes}
      firstSteps={await openFirstSteps(session.folder, member)}
    />
  ));
}

/**
 * The board for a wall, until somebody presses `q`.
 * @throws what opening an office throws; WrongUse for a name that is no period
 */
export function openWall(session: Session, name: string | undefined): Promise<void> {
  return onTerminal(session, async ({ today }) => (
    <Wall period={name === undefined ? undefined : readPeriod(name, () => today)} />
  ));
}

interface Opened {
  readonly today: LocalDate;
  readonly modes: ScreenModes;
  readonly member: Identity["id"];
}
type Root = (opened: Opened) => Promise<ReactNode>;

async function onTerminal(session: Session, root: Root): Promise<void> {
  const probed = session.plain ? Promise.resolve() : probeTerminal(); // beside the opening, which takes longer
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
  const modes = screenModes(process.stdout, !session.plain && process.env.TAIZHANG_MOUSE !== "off");
  try {
    const office = { workstation, live, wording, now, folder };
    const profile = findProfile(live.current().ledger);
    const today = localDateIn(profile?.office.timeZone ?? "Asia/Shanghai", now());
    await probed;
    await show(
      <ScreenModesProvider value={modes}>
        <OfficeProvider office={office}>
          {await root({ today, modes, member: identity.id })}
        </OfficeProvider>
      </ScreenModesProvider>,
      modes,
      session.plain,
    );
  } finally {
    live.close();
    await workstation.close();
    await own?.close();
  }
}

/**
 * Until somebody leaves; whatever ends it, the terminal is given back as it was before any word is
 * said of it.
 * @throws what a screen threw
 */
async function show(tree: ReactNode, modes: ScreenModes, plain: boolean): Promise<void> {
  const { stdin, subscribe, close } = openTerminalInput(process.stdin);
  modes.enter();
  const { waitUntilExit, unmount } = render(
    <MouseProvider value={{ subscribe }}>{tree}</MouseProvider>,
    { stdin, ...renderingOf(plain), exitOnCtrlC: true, maxFps: 60 },
  );
  // A terminal that is closed ends the screens in order too: the ledger is saved, the lock given back.
  const end = () => unmount();
  let failed: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failed ??= { error };
    unmount();
  };
  process.once("exit", modes.leave);
  for (const signal of endings) process.on(signal, end);
  for (const failure of failures) process.on(failure, fail);
  try {
    await waitUntilExit();
  } finally {
    modes.leave();
    close();
    process.off("exit", modes.leave);
    for (const signal of endings) process.off(signal, end);
    for (const failure of failures) process.off(failure, fail);
  }
  if (failed) throw failed.error;
}
const endings = ["SIGHUP", "SIGTERM"] as const;
const failures = ["uncaughtException", "unhandledRejection"] as const;

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
