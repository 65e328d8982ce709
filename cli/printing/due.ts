/** What is due, in words: the same on the board, on a wall and as plain text. */
import type { Checklist } from "../../shared/tally/checklists.ts";
import type { Deadline } from "../../shared/tally/deadlines.ts";
import type { MissingDemand, Overview, Uncovered } from "../../shared/tally/overview.ts";
import type { Tally } from "../../shared/tally/tally.ts";
import type { Unclosed } from "../../shared/tally/unclosed.ts";
import type { Wording } from "../wording/wording.ts";

/** One thing that is due: when, and what; `id` is the record or the indicator behind it. */
export interface DueLine {
  readonly id: string;
  readonly when: string;
  readonly what: string;
  readonly isLate: boolean;
}
export interface DueSection {
  readonly about: "report" | "positions" | "problems" | "obligations" | "targets" | "units";
  readonly title: string;
  readonly lines: readonly DueLine[];
}

export function dueSections({ say }: Wording, overview: Overview): readonly DueSection[] {
  const { positions, problems, targets, uncovered, obligations, daysLeft = 0 } = overview;
  const position = ({ position: { id, name }, category, overdue, cycle }: Checklist): DueLine => ({
    id,
    what: say("words.aside", { what: name, more: category.label }),
    when:
      overdue > 0
        ? say("board.position-overdue", { days: overdue })
        : say("board.position-due", { to: cycle.to }),
    isLate: overdue > 0,
  });
  const problem = ({ problem: { id, title }, overdue, left }: Deadline): DueLine => ({
    id,
    what: title,
    when:
      overdue > 0
        ? say("problem.overdue", { days: overdue })
        : say(left === 0 ? "board.problem-today" : "board.problem-left", { days: left ?? 0 }),
    isLate: overdue > 0,
  });
  const obligation = ({ obligation: { id, label }, stretch, units, isOver }: MissingDemand) => ({
    id: `${id} ${stretch.id}`,
    what:
      units.length > 0
        ? say("words.aside", { what: label, more: units.map((unit) => unit.label) })
        : label,
    when: isOver
      ? say("board.obligation-missed", { stretch: stretch.id })
      : say("board.obligation-due", { to: stretch.to }),
    isLate: isOver,
  });
  const target = ({ indicator: { id, label, unit }, target: wanted = 0, value }: Tally) => ({
    id,
    what: label,
    when: say("board.short", { count: Math.round((wanted - (value ?? 0)) * 100) / 100, unit }),
    isLate: false,
  });
  const units = ({ tally: { indicator }, units: missing }: Uncovered): DueSection => ({
    about: "units",
    title: say("board.uncovered", { label: indicator.label, count: missing.length }),
    lines: missing.map(({ id, label }) => ({ id, what: label, when: "", isLate: false })),
  });
  const counted = (
    about: "positions" | "problems" | "obligations" | "targets",
    lines: readonly DueLine[],
  ): DueSection => ({
    about,
    title: say(`board.${about}`, { count: lines.length, days: daysLeft }),
    lines,
  });
  const report = ({ period: { id }, state }: Unclosed): DueSection => ({
    about: "report",
    title: say("board.report"),
    lines: [
      {
        id,
        what: id,
        when: say(state === "settled" ? "board.settled" : "board.unsettled"),
        isLate: true,
      },
    ],
  });
  return [
    ...(overview.unclosed ? [report(overview.unclosed)] : []),
    counted("problems", problems.map(problem)),
    counted("positions", positions.map(position)),
    counted("obligations", obligations.map(obligation)),
    counted("targets", targets.map(target)),
    ...uncovered.map(units),
  ].filter(({ lines }) => lines.length > 0);
}
