/** A line of the board as text in columns that hold for all of them. */
import type { OverviewRow } from "../../../../shared/tally/overview.ts";
import type { Wording } from "../../../wording/wording.ts";
import { progressBar, sparkline } from "../../ui/bars.ts";
import type { Line } from "../../ui/list.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { padTo, widthOf } from "../../ui/width.ts";
import type { BoardLine } from "./use-board.ts";

const barCells = 8;

export interface Columns {
  readonly label: number;
  readonly value: number;
  readonly months: number;
  readonly target: number;
}

/** A tally as far as a line shows it. */
export interface TallyShown {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly target?: number | undefined;
  readonly value: number | null;
  readonly months: readonly number[];
}

export const shownOf = ({ tally, months }: OverviewRow): TallyShown => {
  const { id, label, unit } = tally.indicator;
  const { target, value } = tally;
  return { id, label, unit, target, value, months };
};

export const nowOf = ({ say }: Wording, { value, unit }: TallyShown): string =>
  value === null ? say("tally.no-answer") : `${value}${unit}`;

const targetOf = ({ say }: Wording, { target, unit }: TallyShown): string =>
  target === undefined ? "" : say("board.of-target", { target, unit });

/** Label, value with its months beside it, and the target with its bar; the label gives way. */
export function columnsFor(wording: Wording, rows: readonly TallyShown[], width: number): Columns {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const value = widest(rows.map((row) => nowOf(wording, row)));
  const target = widest(rows.map((row) => targetOf(wording, row)));
  const months = Math.max(0, ...rows.map((row) => row.months.length));
  const beside = value + months + (target > 0 ? target + barCells + 1 : 0) + 12;
  const label = Math.min(widest(rows.map(({ label }) => label)), Math.max(8, width - beside));
  return { label, value, months, target };
}

export function tallyLine(wording: Wording, row: TallyShown, columns: Columns): Line {
  const { label, value, target } = row;
  const now = nowOf(wording, row);
  const right = " ".repeat(Math.max(0, columns.value - widthOf(now))) + now;
  const isReached = target !== undefined && (value ?? 0) >= target;
  const parts = [
    padTo(label, columns.label),
    `${right} ${padTo(sparkline(row.months), columns.months)}`,
  ];
  if (target !== undefined) {
    const bar = progressBar(value ?? 0, target, barCells);
    const sign = isReached ? ` ${signs.passed}` : "";
    parts.push(`${bar} ${targetOf(wording, row)}${sign}`);
  }
  return { text: parts.join(" │ ").trimEnd(), color: isReached ? theme.good : undefined };
}

export function lineOf(wording: Wording, line: BoardLine, columns: Columns): Line {
  switch (line.type) {
    case "heading":
      return { text: line.text, heading: true };
    case "tally":
      return tallyLine(wording, shownOf(line.row), columns);
    case "due": {
      const { when, what, isLate } = line.line;
      const sign = isLate ? signs.failed : signs.open;
      const text = `  ${sign} ${when ? `${when}  ` : ""}${what}`;
      return { text, color: isLate ? theme.bad : undefined };
    }
    case "more":
      return {
        text: `    ${wording.say("board.more", { count: line.count })}`,
        color: theme.quiet,
      };
  }
}
