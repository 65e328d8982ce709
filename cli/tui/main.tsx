/**
 * Opens the screens on an office: through its daemon where one runs, else with a daemon of their
 * own for as long as they are open, so that other programs can write meanwhile and are seen. What
 * was known last is drawn at once, and everything else is loaded behind it.
 */
import type { ReactNode } from "react";
import type { LocalDate } from "../../shared/words/dates.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import type { Session } from "../session.ts";
import { chooseIdentity } from "../workstation/connect.ts";
import type { Identity } from "../workstation/identity.ts";
import { findKnownBoard } from "../workstation/known-board.ts";
import { KnownBoardFrame } from "./known-board.tsx";
import { OfficeProvider } from "./office-context.tsx";
import type { OpenedOffice } from "./open-office.ts";
import { ScreenModesProvider } from "./terminal/hand-over.tsx";
import { type ScreenModes, screenModes } from "./terminal/screen-modes.ts";
import { takeTerminal } from "./terminal/take-terminal.tsx";
import { probeTerminal } from "./ui/probe.ts";

/** @throws what opening an office throws */
export function openScreens(session: Session, period?: Period): Promise<void> {
  return onTerminal(session, async ({ today, modes, member }) => {
    const [{ App }, { openFirstSteps }] = await Promise.all([
      import("./app.tsx"),
      import("../workstation/first-steps.ts"),
    ]);
    return (
      <App
        startPeriod={period ?? halfYearOf(today)}
        session={session}
        modes={modes}
        firstSteps={await openFirstSteps(session.folder, member)}
      />
    );
  });
}

/**
 * The board for a wall, until somebody presses `q`.
 * @throws what opening an office throws; WrongUse for a name that is no period
 */
export function openWall(session: Session, name: string | undefined): Promise<void> {
  return onTerminal(session, async ({ today }) => {
    const [{ Wall }, { readPeriod }] = await Promise.all([
      import("./wall.tsx"),
      import("../reading/dates.ts"),
    ]);
    return <Wall period={name === undefined ? undefined : readPeriod(name, () => today)} />;
  });
}

interface Opened {
  readonly today: LocalDate;
  readonly modes: ScreenModes;
  readonly member: Identity["id"];
}
type Root = (opened: Opened) => Promise<ReactNode>;

async function onTerminal(session: Session, root: Root): Promise<void> {
  const probed = session.plain ? Promise.resolve() : probeTerminal(); // beside what is read meanwhile
  try {
    const identity = await chooseIdentity(session.folder, session.as);
    const known = session.plain ? undefined : await findKnown(session, identity);
    await probed;
    await onTaken(session, identity, known, root);
  } finally {
    await probed;
  }
}

/** What was kept is shown while it is still about this half-year. */
async function findKnown({ folder, now }: Session, { id }: Identity) {
  const known = await findKnownBoard(folder, id);
  const isNow = known && halfYearOf(localDateIn(known.timeZone, now())).id === known.period;
  return isNow ? known : undefined;
}

async function onTaken(
  session: Session,
  identity: Identity,
  known: Awaited<ReturnType<typeof findKnown>>,
  root: Root,
): Promise<void> {
  const { wording, plain } = session;
  const modes = screenModes(process.stdout, !plain && process.env.TAIZHANG_MOUSE !== "off");
  let opening: Promise<OpenedOffice> | undefined;
  const terminal = takeTerminal(modes, plain);
  try {
    if (known) {
      terminal.draw(<KnownBoardFrame wording={wording} known={known} />);
      await new Promise(setImmediate); // it is on its way before anything else takes the time
    }
    opening = import("./open-office.ts").then((program) => program.openOffice(session, identity));
    const opened = await Promise.race([opening, terminal.interrupted]);
    if (!opened) return;
    const { office, today } = opened;
    terminal.draw(
      <ScreenModesProvider value={modes}>
        <OfficeProvider office={office}>
          {await root({ today, modes, member: identity.id })}
        </OfficeProvider>
      </ScreenModesProvider>,
    );
    await terminal.left();
  } finally {
    terminal.giveBack();
    await (await opening?.catch(() => undefined))?.close();
  }
}
