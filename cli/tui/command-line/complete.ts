/**
 * What may follow in a typed line, from the definitions of the commands themselves: commands,
 * options, their choices, and the office's own names where a definition asks for one.
 */
import type { Command, Option } from "commander";
import { splitWords } from "./split-words.ts";
import type { Values } from "./values.ts";

export interface Completion {
  /** The line with as much added as all that fit have in common. */
  readonly line: string;
  /** What fits, where it is more than one. */
  readonly choices: readonly string[];
}

/** Of the global options only this one means something inside. */
const globalNames = ["--json"];

/** What the office offers for a place, and how its names sound when they are spelt. */
export interface Offered {
  readonly values: Values;
  readonly sounds: (name: string, typed: string) => boolean;
}

export function complete(
  program: Command,
  line: string,
  { values, sounds }: Offered = nothingOffered,
): Completion {
  const { words, lastAt } = splitWords(line);
  const begun = lastAt < line.length ? (words.at(-1) ?? "") : "";
  const before = lastAt < line.length ? words.slice(0, -1) : words;
  const names = offers(program, before, begun, values);
  const written = names.filter((name) => name.startsWith(begun)).sort();
  const spelt = written.length === 0 && begun !== "";
  const fitting = spelt ? names.filter((name) => sounds(name, begun)) : written;
  const [first] = fitting;
  if (first === undefined) return { line, choices: [] };
  const kept = line.slice(0, lastAt);
  if (fitting.length === 1) return { line: `${kept}${quoted(first)} `, choices: [] };
  const start = commonStart(fitting);
  return { line: spelt || /\s/.test(start) ? line : kept + start, choices: fitting };
}
const nothingOffered: Offered = { values: () => [], sounds: () => false };

const quoted = (name: string): string => (/[\s"']/.test(name) ? JSON.stringify(name) : name);

function offers(
  program: Command,
  before: readonly string[],
  begun: string,
  values: Values,
): string[] {
  const command = findCommand(program, before);
  const option = findOption(command, before.at(-1));
  if (option?.argChoices) return [...option.argChoices];
  if (option) return [...values(placeOf(option.flags))];
  if (begun.startsWith("-")) {
    const own = command.options.flatMap(({ long }) => long ?? []);
    const names = command === program ? globalNames : [...own, ...globalNames];
    return [...names, "--help"];
  }
  const below = command.commands.map((one) => one.name());
  return below.length > 0 ? below : [...values(nextArgument(command, before) ?? "")];
}

/** `--kind <kind>` asks for a kind. */
const placeOf = (flags: string): string => /<([^>.]+)/.exec(flags)?.[1] ?? "";

/** Of what stands behind the command, the options and their values are none of its arguments. */
function nextArgument(command: Command, words: readonly string[]): string | undefined {
  const own = words.slice(words.lastIndexOf(command.name()) + 1);
  const given = own.filter(
    (word, at) => !word.startsWith("-") && findOption(command, own[at - 1]) === undefined,
  );
  return command.registeredArguments[given.length]?.name();
}

/** As far as the words name commands below commands. */
function findCommand(program: Command, words: readonly string[]): Command {
  let command = program;
  for (const word of words) {
    const below = command.commands.find((one) => one.name() === word);
    if (!below) return command;
    command = below;
  }
  return command;
}

/** The option that the word before names, if a value belongs behind it. */
const findOption = ({ options }: Command, word: string | undefined): Option | undefined =>
  options.find(({ long, required }) => required && long === word);

function commonStart(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  let length = first.length;
  for (const word of rest) while (!word.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
