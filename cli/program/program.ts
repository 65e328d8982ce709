/** Every command with its arguments and options; the code behind one is loaded when it is given. */
import { Command, Option } from "commander";
import { WrongUse } from "../failure.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import type { Wording } from "../wording/wording.ts";
import { definerFor, localise, type Width } from "./definer.ts";
import { defineEntries } from "./entries.ts";
import { defineNetwork } from "./network.ts";
import { defineOffice } from "./office.ts";
import { definePeriods } from "./periods.ts";
import { definePositions } from "./positions.ts";
import { defineProblems } from "./problems.ts";
import { definePublications } from "./publications.ts";
import { defineReport } from "./report.ts";

/** How a command gets its session, and what happens without a command. */
export interface Runner {
  run(command: Command, work: (session: Session) => Promise<void>): Promise<void>;
  screens(command: Command): Promise<void>;
  /** Help and the version, for whoever asked. */
  write(text: string): void;
}

/** @param displayWidth for the columns of help */
export function createProgram(wording: Wording, runner: Runner, displayWidth: Width): Command {
  const { say } = wording;
  const program = new Command("taizhang");
  localise(program, wording, displayWidth, runner.write);
  program
    .description(`${say("program.about")}\n\n${say("program.hint")}`)
    .version(version, "-V, --version", say("help.version"))
    .option("--office <folder>", say("option.office"))
    .option("--as <member>", say("option.as"))
    .addOption(new Option("--lang <zh|en>", say("option.lang")).choices(["zh", "en"]))
    .option("--json", say("option.json"))
    .option("--screen-reader", say("option.screen-reader"))
    .helpCommand("help [command]", say("help.help-command"))
    .allowExcessArguments()
    .action(() => {
      const [name] = program.args;
      if (name !== undefined)
        throw new WrongUse("error.unknown-command", { name, of: program.name() });
      return runner.screens(program);
    });

  const definer = definerFor(program, wording, displayWidth, runner);
  defineEntries(definer);
  definePositions(definer);
  defineProblems(definer);
  definePublications(definer);
  defineReport(definer);
  defineOffice(definer);
  definePeriods(definer);
  defineNetwork(definer);
  return program;
}
