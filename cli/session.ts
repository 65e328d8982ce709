/** What a command is given: the words, the way out, the clock, and the office once it is needed. */
import type { Ledger } from "../shared/ledger/ledger.ts";
import type { Profile } from "../shared/profile/profile.ts";
import { type LocalDate, localDateIn } from "../shared/words/dates.ts";
import type { DaemonProgram } from "./daemon-program.ts";
import type { Output } from "./printing/output.ts";
import type { Wording } from "./wording/wording.ts";
import type { Workstation } from "./workstation/workstation.ts";

export interface Session {
  readonly wording: Wording;
  readonly out: Output;
  readonly now: () => Date;
  /** The office's folder, as told or found; there may be none yet. */
  readonly folder: string;
  /** The member that was asked for, by name or id. */
  readonly as: string | undefined;
  /** Whether the screens are to be read aloud: text without rules and columns. */
  readonly plain: boolean;
  /** Opened at the first call, closed at the end of the command. */
  workstation(): Promise<Workstation>;
  daemonProgram(): Promise<DaemonProgram>;
}

/** The ledger and the profile in force, for commands that look at records. */
export async function readLedger(
  session: Session,
): Promise<{ ledger: Ledger; profile: Profile; today: LocalDate }> {
  const { connection } = await session.workstation();
  const { ledger } = await connection.ledger();
  const profile = ledger.profiles.at(-1)?.profile ?? (await connection.profile());
  return {
    ledger,
    profile,
    // Asking a calendar costs more than a tally: only who needs the day does.
    get today() {
      return todayIn(session, profile);
    },
  };
}

export const todayIn = (session: Session, profile: Profile): LocalDate =>
  localDateIn(profile.office.timeZone, session.now());
