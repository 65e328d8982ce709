/** What the board shows, as lines: tallies, then what is due; every line says where Enter leads. */
import { useMemo } from "react";
import { type OverviewRow, overviewOf } from "../../../../shared/tally/overview.ts";
import type { Tally } from "../../../../shared/tally/tally.ts";
import { type Period, type PeriodId, periodOf } from "../../../../shared/words/period.ts";
import { type DueLine, type DueSection, dueSections } from "../../../printing/due.ts";
import { type Target, useLedger, useOffice } from "../../office-context.tsx";

export type BoardLine =
  | { readonly type: "heading"; readonly key: string; readonly text: string; readonly to?: Target }
  | { readonly type: "tally"; readonly key: string; readonly row: OverviewRow }
  | {
      readonly type: "due";
      readonly key: string;
      readonly line: DueLine;
      readonly to: Target | undefined;
      readonly tally?: Tally;
    }
  | { readonly type: "more"; readonly key: string; readonly count: number; readonly to?: Target };

/** Short lists: the rest is one line that says how many, and opens the screen. */
const shownOfSection = 5;

const screenOf = {
  report: "report",
  positions: "checklists",
  problems: "problems",
  units: "ledger",
  obligations: undefined,
  targets: undefined,
} as const;

/**
 * Where Enter leads from one line: a record is shown by its id, a unit looked for by its name, a
 * report opened in its own period.
 */
function targetOf(about: DueSection["about"], { id, what }: DueLine): Target | undefined {
  const screen = screenOf[about];
  if (!screen) return undefined;
  if (about === "report") return { screen, period: periodOf(id as PeriodId) };
  return { screen, focus: about === "units" ? what : id };
}

function linesOf({ about, title, lines }: DueSection, tallies: readonly Tally[]): BoardLine[] {
  const screen = screenOf[about];
  const [only] = about === "report" ? lines : [];
  const opens = only ? targetOf(about, only) : screen && { screen };
  const to = opens ? { to: opens } : {};
  const shown = lines.length === shownOfSection + 1 ? lines : lines.slice(0, shownOfSection);
  const more = lines.length - shown.length;
  return [
    { type: "heading", key: title, text: title, ...to },
    ...shown.map((line): BoardLine => {
      const tally = tallies.find(
        ({ indicator }) => about === "targets" && indicator.id === line.id,
      );
      return {
        type: "due",
        key: `${title} ${line.id}`,
        line,
        to: targetOf(about, line),
        ...(tally ? { tally } : {}),
      };
    }),
    ...(more > 0 ? [{ type: "more" as const, key: `${title} …`, count: more, ...to }] : []),
  ];
}

export function useBoard(period: Period) {
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  return useMemo(() => {
    const overview = overviewOf(ledger, profile, period, today);
    const tallies = overview.rows.map(
      (row): BoardLine => ({ type: "tally", key: row.tally.indicator.id, row }),
    );
    const due = dueSections(wording, overview).flatMap((section) =>
      linesOf(section, overview.targets),
    );
    return { overview, tallies, due, profile };
  }, [ledger, profile, period, today, wording]);
}
