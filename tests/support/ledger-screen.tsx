/** A screen on a ledger that the test holds: what is recorded, and what was handed in. */
import type { ComponentType } from "react";
import {
  type Notice,
  OfficeProvider,
  type OpenOffice,
  type ScreenProps,
  type Target,
} from "../../cli/tui/office-context.tsx";
import { pacedLive } from "../../cli/tui/paced-live.ts";
import { LedgerScreen } from "../../cli/tui/screens/ledger/ledger.tsx";
import { wordingIn } from "../../cli/wording/wording.ts";
import type { Draft, SubmitOptions } from "../../cli/workstation/drafting.ts";
import { createLive } from "../../cli/workstation/live-ledger.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import type { Period, PeriodId } from "../../shared/words/period.ts";
import { periodOf } from "../../shared/words/period.ts";

export interface HandedIn {
  readonly bodies: readonly OperationBody[];
  readonly options: SubmitOptions;
}

export function ledgerScreen(
  ledger: Ledger,
  {
    width = 100,
    height = 26,
    focus,
    folder,
    language = "zh" as "zh" | "en",
    period = periodOf("2022-H1" as PeriodId) as Period,
    Screen = LedgerScreen as ComponentType<ScreenProps>,
  } = {} as {
    /** Another screen than the ledger's. */
    readonly Screen?: ComponentType<ScreenProps>;
    /** Where a screen that keeps something on the disk has its folder. */
    readonly folder?: string;
    readonly width?: number;
    readonly height?: number;
    readonly focus?: string;
    readonly language?: "zh" | "en";
    readonly period?: Period;
  },
) {
  const live = createLive({ ledger, connected: true, waiting: 0, declined: 0 });
  const handedIn: HandedIn[] = [];
  const notices: Notice[] = [];
  const opened: Target[] = [];
  const kept: string[] = [];
  const workstation = {
    id: "reader01",
    member: "reader01-1",
    joined: undefined,
    connection: { readSince: async function* () {} },
    submit: async (drafts: readonly Draft[], options: SubmitOptions) => {
      handedIn.push({
        bodies: drafts.map((draft) => draft({ workstation: "reader01", n: 99 } as never)),
        options,
      });
      return [];
    },
  };
  const office = {
    workstation,
    folder,
    live: pacedLive({ ...live, close: () => {} }),
    wording: wordingIn(language),
    now: () => new Date("2022-06-15T04:00:00.000Z"),
  } as unknown as OpenOffice;
  const element = (
    <OfficeProvider office={office}>
      <Screen
        period={period}
        top={2}
        width={width}
        height={height}
        isActive
        focus={focus}
        onKeep={(now) => {
          kept.push(now);
          return () => kept.push("nothing");
        }}
        onOpen={(target) => opened.push(target)}
        onBack={() => {}}
        onNotice={(notice) => notices.push(notice)}
      />
    </OfficeProvider>
  );
  const record = (next: Ledger) => live.change({ ...live.current(), ledger: next });
  return { element, record, handedIn, notices, opened, kept };
}
