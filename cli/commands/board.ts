/** `board`: the overview as plain text or JSON, or on a wall. */
import type { Checklist } from "../../shared/tally/checklists.ts";
import type { Deadline } from "../../shared/tally/deadlines.ts";
import { type Overview, overviewOf } from "../../shared/tally/overview.ts";
import { plainTally } from "../../shared/tally/plain-tally.ts";
import { WrongUse } from "../failure.ts";
import { readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";

export interface BoardOptions {
  readonly period?: string;
  readonly watch?: boolean;
}

export async function board(session: Session, { period: name, watch }: BoardOptions) {
  if (watch) {
    if (!process.stdout.isTTY || session.out.json) {
      throw new WrongUse("board.watch-needs-terminal");
    }
    const { openWall } = await import("../tui/main.tsx");
    return openWall(session, name);
  }
  const { ledger, profile, today } = await readLedger(session);
  const period = readPeriod(name, () => today);
  const overview = overviewOf(ledger, profile, period, today);
  await session.out.resultLater(plain(overview), async () => {
    const { boardLines } = await import("../printing/board-lines.ts");
    return boardLines(session.wording, profile, overview);
  });
}

/** For programs: names and numbers, no words. */
const plain = ({ period, daysLeft, rows, ...due }: Overview) => ({
  period: period.id,
  daysLeft,
  tallies: rows.map(({ tally, months }) => ({ ...plainTally(tally), months })),
  unclosed: due.unclosed && { period: due.unclosed.period.id, state: due.unclosed.state },
  positions: due.positions.map(plainChecklist),
  problems: due.problems.map(plainDeadline),
  targets: due.targets.map(({ indicator, value, target }) => ({
    id: indicator.id,
    value,
    target,
  })),
  uncovered: due.uncovered.map(({ tally, units }) => ({
    id: tally.indicator.id,
    units: units.map(({ id }) => id),
  })),
  obligations: due.obligations.map(({ obligation, stretch, units, isOver }) => ({
    id: obligation.id,
    stretch: stretch.id,
    units: units.map(({ id }) => id),
    isOver,
  })),
  newest: due.newest.map(({ id, on, kind, title }) => ({ id, on, kind, title })),
});
const plainChecklist = ({ position, category, state, cycle, last, overdue }: Checklist) => ({
  id: position.id,
  name: position.name,
  category: category.id,
  state,
  by: cycle.to,
  last: last?.on,
  overdue,
});
const plainDeadline = ({ problem, status, deadline, left }: Deadline) => ({
  id: problem.id,
  title: problem.title,
  status,
  deadline,
  left,
});
