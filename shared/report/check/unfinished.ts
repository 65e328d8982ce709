/** What the days of a report leave open: months without an entry, problems past their deadline. */
import type { Ledger } from "../../ledger/ledger.ts";
import { findAssignment, isOverdue } from "../../ledger/problems.ts";
import { byWritten, isVoided } from "../../ledger/trail.ts";
import { findMonth, monthNames } from "../../tally/months.ts";
import { daysBetween, type LocalDate } from "../../words/dates.ts";
import { isWithin, type Period } from "../../words/period.ts";
import type { ReportFinding } from "./finding.ts";

/**
 * Months of the period in which the office wrote nothing down: forgotten, or nothing happened.
 * @param today without it, the whole period is behind us; else months that are to come are not asked
 */
export function checkMonths(
  { entries }: Ledger,
  period: Period,
  today?: LocalDate,
): ReportFinding[] {
  const begun = monthNames(period).filter((name) => today === undefined || `${name}-01` <= today);
  const months = begun.filter((name) => {
    const days = findMonth(entries.byDay, name)?.days ?? [];
    return !days.some(
      ({ on, day }) =>
        isWithin(on, period) &&
        day.some((bucket) => bucket.some((chunk) => !chunk.every(isVoided))),
    );
  });
  return months.length === 0 ? [] : [{ issue: "missing-months", months }];
}

/** Problems that were overdue on the period's last day, the longest first. */
export function checkOverdue({ problems }: Ledger, { to }: Period): ReportFinding[] {
  const overdue = [...problems.values()]
    .filter((problem) => !isVoided(problem) && isOverdue(problem, to))
    .sort(byWritten)
    .flatMap((problem) => {
      const deadline = findAssignment(problem, to)?.deadline;
      if (!deadline) return [];
      const days = daysBetween(deadline, to);
      return [
        { issue: "overdue" as const, problem: problem.id, title: problem.title, deadline, days },
      ];
    });
  return overdue.sort((a, b) => b.days - a.days);
}
