/** What may follow in a typed line, from the definitions of the commands themselves. */
import type { Command, Option } from "commander";
import { splitWords } from "./split-words.ts";

export interface Completion {
  /** The line with as much added as all that fit have in common. */
  readonly line: string;
  /** What fits, where it is more than one. */
  readonly choices: readonly string[];
}

/** Of the global options only this one means something inside. */
const globalNames = ["--json"];

export function complete(program: Command, line: string): Completion {
  const { words, lastAt } = splitWords(line);
  const begun = lastAt < line.length ? (words.at(-1) ?? "") : "";
  const before = lastAt < line.length ? words.slice(0, -1) : words;
  const fitting = offers(program, before, begun)
    .filter((name) => name.startsWith(begun))
    .sort();
  const [first] = fitting;
  if (first === undefined) return { line, choices: [] };
  const kept = line.slice(0, lastAt);
  if (fitting.length === 1) return { line: `${kept}${first} `, choices: [] };
  return { line: kept + commonStart(fitting), choices: fitting };
}

function offers(program: Command, before: readonly string[], begun: string): string[] {
  const command = findCommand(program, before);
  const choices = findOption(command, before.at(-1))?.argChoices;
  if (choices) return [...choices];
  if (begun.startsWith("-")) {
    const own = command.options.flatMap(({ long }) => long ?? []);
    const names = command === program ? globalNames : [...own, ...globalNames];
    return [...names, "--help"];
  }
  return command.commands.map((one) => one.name());
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
