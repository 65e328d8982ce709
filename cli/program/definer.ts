/** What the files of this folder define commands with: the words, the builders, common options. */
import type { Command } from "commander";
import { WrongUse } from "../failure.ts";
import type { Session } from "../session.ts";
import type { Key, Wording } from "../wording/wording.ts";

/** How many cells a text takes: Chinese is twice as wide. */
export type Width = (text: string) => number;

type Flag = readonly [flags: string, description: string];
type RepeatedFlag = readonly [
  ...Flag,
  collect: (value: string, before?: readonly string[]) => string[],
];

/** What a command does with its arguments and options. */
type Work = (session: Session, args: string[], options: never) => Promise<void>;

export interface Definer {
  readonly program: Command;
  readonly say: Wording["say"];
  /** A command with its description and example. */
  command(parent: Command, name: string, about: Key, example: Key): Command;
  /** A command that only has others below it. */
  group(name: string, about: Key): Command;
  does(command: Command, work: Work): Command;
  /** For an option that may be given several times. */
  readonly repeat: RepeatedFlag[2];
  readonly date: Flag;
  readonly period: Flag;
  readonly note: Flag;
  readonly reason: Flag;
  readonly place: Flag;
  readonly units: RepeatedFlag;
  readonly marks: RepeatedFlag;
}

const repeat: RepeatedFlag[2] = (value, before = []) => [...before, value];

/** Opens a session for a command, does the work and closes it; and where help is written. */
interface Run {
  run(command: Command, work: (session: Session) => Promise<void>): Promise<void>;
  write(text: string): void;
}

export function definerFor(
  program: Command,
  wording: Wording,
  displayWidth: Width,
  { run, write }: Run,
): Definer {
  const { say } = wording;
  const made = (parent: Command, name: string, about: Key): Command =>
    localise(
      parent.command(name).description(say(about)).allowExcessArguments(false),
      wording,
      displayWidth,
      write,
    );
  return {
    program,
    say,
    command: (parent, name, about, example) =>
      made(parent, name, about).addHelpText("after", `\n${say("help.example")}\n  ${say(example)}`),
    group: (name, about) => {
      const group = made(program, name, about).allowExcessArguments();
      return group.action(() => {
        const of = `${program.name()} ${name}`;
        const [asked] = group.args;
        if (asked !== undefined) throw new WrongUse("error.unknown-command", { name: asked, of });
        const commands = group.commands.map((one) => one.name());
        throw new WrongUse("error.missing-command", { of, commands });
      });
    },
    does: (command, work) =>
      command.action((...all: unknown[]) => {
        const args = all.slice(0, command.registeredArguments.length) as string[];
        return run(command, (session) => work(session, args, command.opts() as never));
      }),
    repeat,
    date: ["--date <day>", say("option.date")],
    period: ["--period <period>", say("option.period")],
    note: ["--note <text>", say("option.note")],
    reason: ["--reason <text>", say("option.reason")],
    place: ["--place <text>", say("option.place")],
    units: ["--unit <unit>", say("option.unit"), repeat],
    marks: ["--mark <mark>", say("option.mark"), repeat],
  };
}

/** Help in the reader's language, and no exit from within: one place decides how a run ends. */
export function localise(
  command: Command,
  { say }: Wording,
  displayWidth: Width,
  write: (text: string) => void,
): Command {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": say("help.usage"),
    "Arguments:": say("help.arguments"),
    "Options:": say("help.options"),
    "Global Options:": say("help.global"),
    "Commands:": say("help.commands"),
  };
  return command
    .helpOption("-h, --help", say("help.help"))
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, mandatory }) =>
        mandatory ? say("help.mandatory", { about: description }) : description,
      subcommandTerm: (sub) => [sub.name(), ...wordsBehind(sub, say)].join(" "),
      displayWidth,
    })
    .configureOutput({
      outputError: () => {},
      writeErr: () => {}, // what went wrong is said in one sentence, by whoever ends the run
      writeOut: (text) => {
        const words = text.replaceAll("[options]", say("help.options-word"));
        write(words.replaceAll("[command]", say("help.command-word")));
      },
    })
    .exitOverride();
}

/** `log [选项] <kind> <title>`: what stands behind a command's name in the list of all. */
const wordsBehind = (command: Command, say: Wording["say"]): string[] => [
  ...(command.options.length > 0 ? [say("help.options-word")] : []),
  ...command.registeredArguments.map((one) => {
    if (one.name() === "command") return say("help.command-word");
    return one.required ? `<${one.name()}>` : `[${one.name()}]`;
  }),
];
