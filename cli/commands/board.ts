/** `board`: how the office stands now, as plain text or data; the screen shows the same. */
import { type Overview, overviewOf } from "../../shared/tally/overview.ts";
import { plainTally } from "../../shared/tally/plain-tally.ts";
import { columns, type Row } from "../printing/columns.ts";
import { readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";

export async function board(session: Session, options: { readonly period?: string }) {
  const { ledger, today } = await readLedger(session);
  const period = readPeriod(options.period, () => today);
  const overview = overviewOf(ledger, period, today);
  session.out.result({ period: period.id, ...plain(overview) }, () =>
    boardLines(session.wording, overview),
  );
}

function plain({ tallies, checks, problems, ...rest }: Overview) {
  return {
    ...rest,
    tallies: tallies.map(({ tally, months, missing, without }) => ({
      ...plainTally(tally),
      months: months.map(({ key, value }) => ({ month: key, value })),
      missing,
      without,
    })),
    checks: checks.map(({ position, category, last, due, overdue }) => {
      const { id, name } = position;
      return { id, name, category: category.id, inspected: last?.on, due, overdue };
    }),
    problems: problems.map(({ problem, deadline, days }) => {
      const { id, title } = problem;
      return { id, title, deadline, days };
    }),
  };
}

function boardLines({ say }: Wording, overview: Overview): string[] {
  const none = say("tally.no-answer");
  const heads: Row = [
    say("tally.head.label"),
    say("board.now"),
    say("tally.head.target"),
    say("board.months"),
  ];
  const tallies = overview.tallies.map(({ tally, months }): Row => {
    const { label, unit, target } = tally.indicator;
    const value = tally.value === null ? none : `${tally.value}${unit}`;
    const row = months.map((month) => month.value ?? none).join(" ");
    return [label, value, target === undefined ? "" : `${target}${unit}`, row];
  });
  const checks = overview.checks.map(({ position, due, overdue }): Row => {
    return [
      `  ${due}`,
      position.name,
      overdue > 0 ? say("problem.overdue", { days: overdue }) : "",
    ];
  });
  const problems = overview.problems.map(({ problem, deadline, days }): Row => {
    return [
      `  ${deadline}`,
      problem.title,
      days < 0 ? say("problem.overdue", { days: -days }) : "",
    ];
  });
  return [
    say("board.on", { day: overview.day, days: overview.daysLeft }),
    ...columns([heads, ...tallies]),
    "",
    say("board.checks", { count: checks.length }),
    ...columns(checks),
    say("board.problems", { count: problems.length }),
    ...columns(problems),
    ...overview.tallies
      .filter(({ without }) => without.length > 0)
      .map(({ tally, without }) =>
        say("board.without", { label: tally.indicator.label, units: without.join("、") }),
      ),
  ];
}
