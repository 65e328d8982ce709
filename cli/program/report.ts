/** What it all comes to: statements, tallies, obligations, the report. */
import { Option } from "commander";
import type { ExportFormat } from "../commands/export.ts";
import { reportFormats } from "../exporting/report-format.ts";
import type { Definer } from "./definer.ts";

export function defineReport({ say, program, command, does, period }: Definer): void {
  does(
    command(program, "statement", "statement.about", "statement.example")
      .argument("[statement]", say("statement.id"))
      .option(...period)
      .option("--text <text>", say("statement.text"))
      .option("--file <file>", say("statement.file"))
      .option("--from <period>", say("reuse.from")),
    // A command below it would not get the options that its parent has, too.
    async (session, [name], options) =>
      name === "reuse"
        ? (await import("../commands/statement-reuse.ts")).reuseStatements(session, options)
        : (await import("../commands/statement.ts")).statement(session, name, options),
  );
  does(
    command(program, "tally", "tally.about", "tally.example")
      .argument("[indicator]", say("tally.indicator"))
      .option(...period)
      .addOption(new Option("--by <month|unit>", say("tally.by")).choices(["month", "unit"]))
      .option("--compare", say("tally.compare")),
    async (session, [name], options) =>
      (await import("../commands/tally.ts")).tally(session, name, options),
  );
  does(
    command(program, "obligations", "obligation.about", "obligation.example").option(...period),
    async (session, _, options) =>
      (await import("../commands/obligations.ts")).obligations(session, options),
  );
  does(
    command(program, "board", "board.about", "board.example")
      .option(...period)
      .option("--watch", say("board.watch")),
    async (session, _, options) => (await import("../commands/board.ts")).board(session, options),
  );
  does(
    command(program, "report", "report.about", "report.example")
      .option(...period)
      .addOption(new Option("--format <format>", say("report.format")).choices(reportFormats))
      .option("--template <file>", say("report.template"))
      .option("--out <file>", say("report.out"))
      .option("--annex", say("report.annex"))
      .option("--despite <reason>", say("report.despite"))
      .option("--explain", say("report.explain"))
      .option("--frozen <number>", say("report.frozen")),
    async (session, _, options) => (await import("../commands/report.ts")).report(session, options),
  );
  does(
    command(program, "export", "export.about", "export.example")
      .argument("[target]", say("export.target"))
      .addOption(new Option("--format <format>", say("export.format")).choices(formats))
      .option(...period)
      .option("--table <table>", say("export.table"))
      .option("--force", say("export.force")),
    async (session, [target], options) =>
      (await import("../commands/export.ts")).exportLedger(session, target, options),
  );
}

/** Said here and not by the command, whose code is loaded only when it is given. */
const formats = ["xlsx", "csv", "json", "ndjson"] satisfies readonly ExportFormat[];
