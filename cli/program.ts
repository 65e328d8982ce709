/** Every command with its arguments and options; the code behind one is loaded when it is given. */
import { Command, Option } from "commander";
import { builtInNames } from "../shared/profile/built-in-names.ts";
import { WrongUse } from "./failure.ts";
import type { Session } from "./session.ts";
import { version } from "./version.ts";
import type { Key, Wording } from "./wording/wording.ts";

/** How a command gets its session, and what happens without a command. */
export interface Runner {
  run(command: Command, work: (session: Session) => Promise<void>): Promise<void>;
  screens(command: Command): Promise<void>;
}

const repeat = (value: string, before: readonly string[] = []): string[] => [...before, value];

export function createProgram(wording: Wording, runner: Runner): Command {
  const { say } = wording;
  const program = new Command("taizhang");
  localise(program, wording);
  program
    .description(`${say("program.about")}\n\n${say("program.hint")}`)
    .version(version, "-V, --version", say("help.version"))
    .option("--office <folder>", say("option.office"))
    .option("--as <member>", say("option.as"))
    .addOption(new Option("--lang <zh|en>", say("option.lang")).choices(["zh", "en"]))
    .option("--json", say("option.json"))
    .allowExcessArguments()
    .action(() => {
      const [name] = program.args;
      if (name !== undefined) throw new WrongUse("error.unknown-command", { name });
      return runner.screens(program);
    });

  /** A command with its description and example, under `parent`. */
  const command = (parent: Command, usage: string, about: Key, example: Key): Command => {
    const made = parent.command(usage).description(say(about));
    localise(made, wording);
    return made.addHelpText("after", `\n${say("help.example")}\n  ${say(example)}`);
  };
  const group = (name: string, about: Key): Command => {
    const made = program.command(name).description(say(about));
    localise(made, wording);
    return made;
  };
  type Work = (session: Session, args: string[], options: never) => Promise<void>;
  /** Runs what `load` gives with the command's arguments and options. */
  const does = (made: Command, work: Work): Command =>
    made.action((...all: unknown[]) =>
      runner.run(made, (session) =>
        work(
          session,
          all.slice(0, made.registeredArguments.length) as string[],
          made.opts() as never,
        ),
      ),
    );
  const date = ["--date <day>", say("option.date")] as const;
  const period = ["--period <period>", say("option.period")] as const;
  const note = ["--note <text>", say("option.note")] as const;
  const reason = ["--reason <text>", say("option.reason")] as const;
  const place = ["--place <text>", say("option.place")] as const;
  const units = ["--unit <unit>", say("option.unit"), repeat] as const;
  const marks = ["--mark <mark>", say("option.mark"), repeat] as const;

  does(
    command(program, "init", "init.about", "init.example")
      .option("--profile <profile>", say("init.profile", { names: builtInNames.join("、") }))
      .option("--name <name>", say("init.name"))
      .option("--admin <name>", say("init.admin")),
    async (session, _, options) => (await import("./commands/init.ts")).init(session, options),
  );
  does(
    command(program, "daemon", "daemon.about", "daemon.example").option(
      "--port <port>",
      say("daemon.port"),
    ),
    async (session, _, options) => (await import("./commands/daemon.ts")).daemon(session, options),
  );
  does(
    command(program, "log", "log.about", "log.example")
      .argument("<kind>", say("log.kind"))
      .argument("<title>", say("log.title"))
      .option(...date)
      .option("--quantity <n>", say("log.quantity"))
      .option("--attendance <n>", say("log.attendance"))
      .option(...units)
      .option(...marks)
      .option(...place)
      .option(...note),
    async (session, [kind = "", title = ""], options) =>
      (await import("./commands/log.ts")).log(session, kind, title, options),
  );
  does(
    command(program, "list", "list.about", "list.example")
      .option(...period)
      .option("--kind <kind>", say("list.kind"))
      .option(...units)
      .option(...marks)
      .option("--voided", say("list.voided"))
      .option("--limit <n>", say("list.limit")),
    async (session, _, options) => (await import("./commands/list.ts")).list(session, options),
  );
  does(
    command(program, "show", "show.about", "show.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("./commands/show.ts")).show(session, id),
  );
  does(
    command(program, "amend", "amend.about", "amend.example")
      .argument("<id>", say("show.id"))
      .option("--title <text>", say("amend.title"))
      .option("--kind <kind>", say("amend.kind"))
      .option(...date)
      .option("--quantity <n>", say("log.quantity"))
      .option("--attendance <n>", say("log.attendance"))
      .option(...units)
      .option("--remove-unit <unit>", say("amend.remove-unit"), repeat)
      .option(...marks)
      .option("--remove-mark <mark>", say("amend.remove-mark"), repeat)
      .option(...place)
      .option(...note)
      .option("--category <category>", say("amend.category"))
      .option("--owner <member>", say("amend.owner"))
      .option("--level <level>", say("amend.level")),
    async (session, [id = ""], options) =>
      (await import("./commands/amend.ts")).amend(session, id, options),
  );
  does(
    command(program, "void", "void.about", "void.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason),
    async (session, [id = ""], options) =>
      (await import("./commands/amend.ts")).voidRecord(session, id, options),
  );
  does(
    command(program, "restore", "restore.about", "restore.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await import("./commands/amend.ts")).restore(session, id),
  );
  does(command(program, "undo", "undo.about", "undo.example"), async (session) =>
    (await import("./commands/undo.ts")).undo(session),
  );
  does(
    command(program, "history", "history.about", "history.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await import("./commands/show.ts")).history(session, id),
  );

  const member = group("member", "member.about");
  does(
    command(member, "add", "member.add", "member.add.example")
      .argument("<name>", say("member.name"))
      .option("--role <role>", say("member.role"))
      .option("--duty <text>", say("member.duty"), repeat),
    async (session, [name = ""], options) =>
      (await import("./commands/members.ts")).addMember(session, name, options),
  );
  does(command(member, "list", "member.list", "member.list.example"), async (session) =>
    (await import("./commands/members.ts")).listMembers(session),
  );
  does(
    command(member, "change", "member.change", "member.change.example")
      .argument("<name>", say("member.name"))
      .option("--role <role>", say("member.role"))
      .option("--duty <text>", say("member.duty"), repeat)
      .option("--leave", say("member.leave"))
      .option("--return", say("member.return")),
    async (session, [name = ""], options) =>
      (await import("./commands/members.ts")).changeMember(session, name, options),
  );
  does(
    command(group("unit", "unit.about"), "list", "unit.list", "unit.list.example"),
    async (session) => (await import("./commands/members.ts")).listUnits(session),
  );

  const periods = group("period", "period.about");
  does(command(periods, "list", "period.list", "period.list.example"), async (session) =>
    (await import("./commands/periods.ts")).listPeriods(session),
  );
  does(
    command(periods, "close", "period.close", "period.close.example").argument(
      "<period>",
      say("option.period"),
    ),
    async (session, [name = ""]) =>
      (await import("./commands/periods.ts")).closePeriod(session, name),
  );
  does(
    command(periods, "reopen", "period.reopen", "period.reopen.example")
      .argument("<period>", say("option.period"))
      .requiredOption(...reason),
    async (session, [name = ""], options) =>
      (await import("./commands/periods.ts")).reopenPeriod(session, name, options),
  );
  const late = group("late", "late.about");
  does(command(late, "list", "late.list", "late.list.example"), async (session) =>
    (await import("./commands/periods.ts")).listLate(session),
  );
  does(
    command(late, "admit", "late.admit", "late.admit.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("./commands/periods.ts")).admitLate(session, id),
  );
  does(
    command(late, "return", "late.return", "late.return.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason),
    async (session, [id = ""], options) =>
      (await import("./commands/periods.ts")).returnLate(session, id, options),
  );

  const position = group("position", "position.about");
  does(
    command(position, "add", "position.add", "position.add.example")
      .argument("<category>", say("position.category"))
      .argument("<name>", say("position.name"))
      .option("--date <day>", say("position.opened"))
      .option("--unit <unit>", say("field.unit"))
      .option("--quantity <n>", say("position.quantity"))
      .option("--owner <member>", say("amend.owner"))
      .option(...place)
      .option(...note),
    async (session, [category = "", name = ""], options) =>
      (await import("./commands/positions.ts")).addPosition(session, category, name, options),
  );
  does(
    command(position, "list", "position.list", "position.list.example")
      .option("--category <category>", say("position.category"))
      .option("--all", say("position.all")),
    async (session, _, options) =>
      (await import("./commands/positions.ts")).listPositions(session, options),
  );
  does(
    command(position, "retire", "position.retire", "position.retire.example")
      .argument("<position>", say("inspect.position"))
      .option(...date)
      .option(...reason),
    async (session, [name = ""], options) =>
      (await import("./commands/positions.ts")).retirePosition(session, name, options),
  );
  does(
    command(position, "reopen", "position.reopen", "position.reopen.example")
      .argument("<position>", say("inspect.position"))
      .option(...date),
    async (session, [name = ""], options) =>
      (await import("./commands/positions.ts")).reopenPosition(session, name, options),
  );
  does(
    command(program, "inspect", "inspect.about", "inspect.example")
      .argument("<position>", say("inspect.position"))
      .option("--fail <item>", say("inspect.fail"), repeat)
      .option("--kind <kind>", say("inspect.kind"))
      .option("--title <text>", say("inspect.title"))
      .option(...date)
      .option(...note),
    async (session, [name = ""], options) =>
      (await import("./commands/inspect.ts")).inspect(session, name, options),
  );

  const problem = group("problem", "problem.about");
  does(
    command(problem, "list", "problem.list", "problem.list.example").option(
      "--all",
      say("problem.all"),
    ),
    async (session, _, options) =>
      (await import("./commands/problems.ts")).listProblems(session, options),
  );
  does(
    command(problem, "raise", "problem.raise", "problem.raise.example")
      .argument("<title>", say("problem.title"))
      .option("--unit <unit>", say("field.unit"))
      .option("--position <position>", say("problem.position"))
      .option("--level <level>", say("amend.level"))
      .option(...date)
      .option(...note),
    async (session, [title = ""], options) =>
      (await import("./commands/problems.ts")).raiseProblem(session, title, options),
  );
  does(
    command(problem, "assign", "problem.assign", "problem.assign.example")
      .argument("<id>", say("show.id"))
      .requiredOption("--owner <member>", say("problem.owner"))
      .requiredOption("--deadline <day>", say("problem.deadline"))
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("./commands/problems.ts")).assignProblem(session, id, options),
  );
  does(
    command(problem, "rectify", "problem.rectify", "problem.rectify.example")
      .argument("<id>", say("show.id"))
      .requiredOption("--measure <text>", say("problem.measure"))
      .option("--result <text>", say("problem.result"))
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("./commands/problems.ts")).rectifyProblem(session, id, options),
  );
  does(
    command(problem, "close", "problem.close", "problem.close.example")
      .argument("<id>", say("show.id"))
      .option(...date)
      .option(...note),
    async (session, [id = ""], options) =>
      (await import("./commands/problems.ts")).closeProblem(session, id, options),
  );
  does(
    command(problem, "reopen", "problem.reopen", "problem.reopen.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason)
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("./commands/problems.ts")).reopenProblem(session, id, options),
  );
  does(
    command(program, "statement", "statement.about", "statement.example")
      .argument("[statement]", say("statement.id"))
      .option(...period)
      .option("--text <text>", say("statement.text"))
      .option("--file <file>", say("statement.file")),
    async (session, [name], options) =>
      (await import("./commands/statement.ts")).statement(session, name, options),
  );
  does(
    command(program, "tally", "tally.about", "tally.example")
      .argument("[indicator]", say("tally.indicator"))
      .option(...period)
      .addOption(new Option("--by <month|unit>", say("tally.by")).choices(["month", "unit"])),
    async (session, [name], options) =>
      (await import("./commands/tally.ts")).tally(session, name, options),
  );
  does(
    command(program, "report", "report.about", "report.example")
      .option(...period)
      .addOption(new Option("--format <format>", say("report.format")).choices(["text", "md"]))
      .option("--template <file>", say("report.template"))
      .option("--out <file>", say("report.out"))
      .option("--explain", say("report.explain")),
    async (session, _, options) => (await import("./commands/report.ts")).report(session, options),
  );

  const profile = group("profile", "profile.about");
  does(
    command(profile, "check", "profile.check", "profile.check.example").argument(
      "<file>",
      say("profile.file"),
    ),
    async (session, [file = ""]) =>
      (await import("./commands/profile.ts")).checkProfile(session, file),
  );
  does(
    command(profile, "adopt", "profile.adopt", "profile.adopt.example").argument(
      "[file]",
      say("profile.file"),
    ),
    async (session, [file]) => (await import("./commands/profile.ts")).adoptProfile(session, file),
  );
  does(command(profile, "show", "profile.show", "profile.show.example"), async (session) =>
    (await import("./commands/profile.ts")).showProfile(session),
  );
  does(command(program, "verify", "verify.about", "verify.example"), async (session) =>
    (await import("./commands/verify.ts")).verify(session),
  );
  does(
    command(program, "demo", "demo.about", "demo.example")
      .option("--plain", say("demo.plain"))
      .option("--out <folder>", say("demo.out")),
    async (session, _, options) => (await import("./commands/demo.ts")).demo(session, options),
  );
  return program;
}

/** Help in the reader's language, and no exit from within: one place decides how a run ends. */
function localise(command: Command, { say }: Wording): void {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": say("help.usage"),
    "Arguments:": say("help.arguments"),
    "Options:": say("help.options"),
    "Global Options:": say("help.global"),
    "Commands:": say("help.commands"),
  };
  command
    .helpOption("-h, --help", say("help.help"))
    .helpCommand("help [command]", say("help.help-command"))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description }) => description,
    })
    .configureOutput({
      outputError: () => {},
      writeOut: (text) => {
        const words = text.replaceAll("[options]", say("help.options-word"));
        process.stdout.write(words.replaceAll("[command]", say("help.command-word")));
      },
    })
    .exitOverride();
}
