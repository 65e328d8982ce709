/**
 * The office behind the screens: a joined workstation's own disk, the daemon that runs here, or a
 * daemon of their own for as long as they are open. Closing it keeps what the next start shows
 * first.
 */
import { randomUUID } from "node:crypto";
import { findProfile } from "../../shared/ledger/ledger.ts";
import { overviewOf } from "../../shared/tally/overview.ts";
import { type LocalDate, localDateIn } from "../../shared/words/dates.ts";
import { halfYearOf } from "../../shared/words/period.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import { connect, findDaemon, officeOptions } from "../workstation/connect.ts";
import { connectToDaemon } from "../workstation/daemon-client.ts";
import type { Identity } from "../workstation/identity.ts";
import { keepKnownBoard } from "../workstation/known-board.ts";
import { isWhole } from "../workstation/office-folder.ts";
import { openWorkstation } from "../workstation/workstation.ts";
import type { OpenOffice } from "./office-context.tsx";
import { pacedLive } from "./paced-live.ts";
import { shownOf } from "./screens/board/line.ts";
import { newestOf } from "./screens/board/newest.tsx";

/** How long the first frame waits for a daemon that does not answer, in milliseconds. */
const daemonWithin = 500;

export interface OpenedOffice {
  readonly office: OpenOffice;
  readonly today: LocalDate;
  close(): Promise<void>;
}

/** @throws what opening an office throws */
export async function openOffice(session: Session, identity: Identity): Promise<OpenedOffice> {
  const { folder, now, wording } = session;
  const { connection, own } = await reach(session, identity);
  const workstation = openWorkstation(folder, identity, connection, now);
  const live = pacedLive(await workstation.live());
  const office = { workstation, live, wording, now, folder };
  const zone = findProfile(live.current().ledger)?.office.timeZone ?? "Asia/Shanghai";
  return {
    office,
    today: localDateIn(zone, now()),
    close: async () => {
      await keepKnown(office).catch(() => undefined); // a picture: without it the next start is slower
      live.close();
      await workstation.close();
      await own?.close();
    },
  };
}

async function keepKnown({ live, now, folder, workstation }: OpenOffice): Promise<void> {
  const { ledger } = live.current();
  const profile = findProfile(ledger);
  if (!profile) return;
  const { name, timeZone } = profile.office;
  const on = localDateIn(timeZone, now());
  const period = halfYearOf(on);
  const { rows, newest } = overviewOf(ledger, profile, period, on);
  await keepKnownBoard(folder, workstation.id, {
    office: name,
    timeZone,
    period: period.id,
    on,
    tallies: rows.map(shownOf).map((row) => ({ ...row, months: [...row.months] })),
    newest: newestOf(newest, profile.kinds),
  });
}

/** An office that lacks a part is opened as a command opens it first: that tells which. */
async function reach(session: Session, identity: Identity) {
  const { folder, now } = session;
  if (identity.daemon) {
    const { open } = await import("../workstation/joined/open.ts");
    const joined = await open(folder, identity, now);
    await joined.caughtUp(daemonWithin);
    return { connection: joined };
  }
  if (!isWhole(folder)) await (await connect(folder, identity, now, session.daemonProgram)).close();
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
