/** Periods: how they stand, their locks, and what changed after a closing. */
import type { Definer } from "./definer.ts";

export function definePeriods({ say, command, group, does, reason }: Definer): void {
  const periods = group("period", "period.about");
  const locks = () => import("../commands/period-locks.ts");
  const period = ["<period>", say("option.period")] as const;
  does(command(periods, "list", "period.list", "period.list.example"), async (session) =>
    (await import("../commands/periods.ts")).listPeriods(session),
  );
  does(
    command(periods, "show", "period.show", "period.show.example").argument(...period),
    async (session, [name = ""]) =>
      (await import("../commands/period-show.ts")).showPeriod(session, name),
  );
  does(
    command(periods, "difference", "period.difference", "period.difference.example")
      .argument(...period)
      .option("--frozen <number>", say("report.frozen")),
    async (session, [name = ""], options) =>
      (await import("../commands/period-difference.ts")).periodDifference(session, name, options),
  );
  does(
    command(periods, "settle", "period.settle", "period.settle.example").argument(...period),
    async (session, [name = ""]) => (await locks()).settlePeriod(session, name),
  );
  does(
    command(periods, "close", "period.close", "period.close.example")
      .argument(...period)
      .option("--despite <reason>", say("period.despite")),
    async (session, [name = ""], options) => (await locks()).closePeriod(session, name, options),
  );
  does(
    command(periods, "reopen", "period.reopen", "period.reopen.example")
      .argument(...period)
      .requiredOption(...reason),
    async (session, [name = ""], options) => (await locks()).reopenPeriod(session, name, options),
  );
  does(
    command(periods, "except", "period.except", "period.except.example")
      .argument(...period)
      .option("--until <day>", say("period.until"))
      .option(...reason)
      .option("--end", say("period.except-end")),
    async (session, [name = ""], options) => (await locks()).exceptPeriod(session, name, options),
  );
}
