/** The one bridge from screens to the workstation: the ledger as it is now, and the way to it. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { findProfile } from "../../shared/ledger/ledger.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { type LocalDate, localDateIn } from "../../shared/words/dates.ts";
import type { Period } from "../../shared/words/period.ts";
import type { Wording } from "../wording/wording.ts";
import type { Live, LiveLedger } from "../workstation/live-ledger.ts";
import type { Workstation } from "../workstation/workstation.ts";
import type { ScreenName } from "./keys.ts";
import type { PacedLive } from "./paced-live.ts";
import type { Kept } from "./use-keeping.ts";

export interface OpenOffice {
  readonly workstation: Workstation;
  /** At a pace for eyes in the program; `flush` shows at once what waits. */
  readonly live: LiveLedger & Partial<Pick<PacedLive, "flush">>;
  readonly wording: Wording;
  readonly now: () => Date;
  /** The office's folder on this machine, or the joined workstation's. */
  readonly folder: string;
}

const Context = createContext<OpenOffice | undefined>(undefined);

export const OfficeProvider = ({
  office,
  children,
}: {
  readonly office: OpenOffice;
  readonly children: ReactNode;
}) => <Context value={office}>{children}</Context>;

export function useOffice(): OpenOffice {
  const office = useContext(Context);
  if (!office) throw new Error("a screen outside of an office");
  return office;
}

export interface Now {
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly today: LocalDate;
  readonly connected: boolean;
  readonly waiting: number; // operations that the daemon has not got yet
  readonly declined: number; // own ones that it declined
  readonly version: Live["version"];
  readonly clockAhead: Live["clockAhead"];
  readonly problem: Live["problem"]; // why it is not connected, where that is known
}

/** The ledger as it is; a screen that uses it is drawn again when anything is recorded. */
export function useLedger(): Now {
  const { live, now } = useOffice();
  const { ledger, ...state } = useSyncExternalStore(live.subscribe, live.current);
  const { connected, waiting, declined, problem, version, clockAhead } = state;
  const profile = findProfile(ledger);
  if (!profile) throw new Error("an office without a profile");
  return {
    ledger,
    profile,
    today: localDateIn(profile.office.timeZone, now()),
    connected,
    waiting,
    declined,
    problem,
    version,
    clockAhead,
  };
}

/** What every screen is given: where it stands, which period it is about, how it says something. */
export interface ScreenProps {
  readonly period: Period;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** False while something else has the keys: the help, a question. */
  readonly isActive: boolean;
  /** What a view keeps for itself of the keys that every screen has; the result gives them back. */
  readonly onKeep: (kept: Kept) => () => void;
  /** What the screen was opened at: a record's id, or what it should look for. */
  readonly focus: string | undefined;
  /** To another screen; Esc comes back from it. */
  readonly onOpen: (target: Target) => void;
  /** One step back, to where it was opened from. */
  readonly onBack: () => void;
  readonly onNotice: (notice: Notice) => void;
}

/** A screen, and what to show there. */
export interface Target {
  readonly screen: ScreenName;
  readonly focus?: string;
  /** Another one than is shown now. */
  readonly period?: Period;
}

export interface Notice {
  readonly text: string;
  readonly tone: "good" | "bad" | "quiet";
}
