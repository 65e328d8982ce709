/**
 * What release 0.2.0 does with the periods in a journal: how it reads their names, as released, and
 * of its fold what looks at periods (shared/words/period.ts, shared/ledger/periods.ts, late.ts and
 * fold.ts of that release). It is history, and changes no more.
 */
import { z } from "zod";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { LocalDate, lastDayOf } from "../../shared/words/dates.ts";

interface Period {
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const shape = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

export function findPeriod(name: string): Period | undefined {
  const [from, to, ...more] = name.split("..");
  if (to !== undefined) {
    const days = z.tuple([LocalDate, LocalDate]).safeParse([from, to]);
    if (!days.success || more.length > 0 || days.data[0] > days.data[1]) return undefined;
    return { id: name, from: days.data[0], to: days.data[1] };
  }
  const match = shape.exec(name);
  if (!match) return undefined;
  const [, year, half, quarter, month] = match;
  const [first, last] = half
    ? [half === "1" ? 1 : 7, half === "1" ? 6 : 12]
    : quarter
      ? [Number(quarter) * 3 - 2, Number(quarter) * 3]
      : month
        ? [Number(month), Number(month)]
        : [1, 12];
  const monthName = (of: number) => `${year}-${String(of).padStart(2, "0")}`;
  const start = LocalDate.safeParse(`${monthName(first)}-01`);
  if (!start.success) return undefined;
  return { id: name, from: start.data, to: lastDayOf(monthName(last)) };
}

function periodOf(id: string): Period {
  const period = findPeriod(id);
  if (!period) throw new RangeError(`not a period: ${id}`);
  return period;
}

const isWithin = (day: LocalDate, period: Pick<Period, "from" | "to">): boolean =>
  period.from <= day && day <= period.to;

interface PeriodRecord {
  readonly id: string;
  readonly closed: boolean;
}

/** Which periods stand closed after these lines, what of them waited in the tray, what was kept unfolded. */
export function readPeriods(lines: readonly Recorded[]) {
  const periods = new Map<string, PeriodRecord>();
  const late: string[] = [];
  const unknown: string[] = [];
  const isClosed = (day: LocalDate) =>
    [...periods.values()].some((period) => period.closed && isWithin(day, periodOf(period.id)));
  function hasClosing(id: string): boolean {
    const wanted = periodOf(id);
    return [...periods.values()].some((record) => {
      const period = periodOf(record.id);
      return record.closed && isWithin(wanted.from, period) && isWithin(wanted.to, period);
    });
  }
  for (const line of lines) {
    if (!("operation" in line)) continue;
    const said = line.operation as unknown as {
      type: string;
      period: string;
      entry: { on: LocalDate; title: string };
    };
    switch (said.type) {
      case "period-closed":
      case "period-reopened":
        periods.set(said.period, { id: said.period, closed: said.type === "period-closed" });
        break;
      case "statement-written":
        if (periods.size > 0 && hasClosing(said.period)) late.push(said.type);
        break;
      case "entry-logged":
        if (periods.size > 0 && isClosed(said.entry.on)) late.push(said.entry.title);
        break;
      case "period-settled":
      case "period-excepted":
      case "period-exception-ended":
        unknown.push(said.type); // of no type that it knows
        break;
    }
  }
  const closed = [...periods.values()].filter((period) => period.closed).map(({ id }) => id);
  return { closed, late, unknown };
}
