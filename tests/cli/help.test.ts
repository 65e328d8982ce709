/** The help of every command, and whether its example is one that the program takes. */
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../cli/program/program.ts";
import { splitWords } from "../../cli/tui/command-line/split-words.ts";
import { wordingIn } from "../../cli/wording/wording.ts";

/** The program with nothing behind its commands, and what it wrote and would have run. */
function openProgram(lang: "zh" | "en") {
  let written = "";
  const ran: Command[] = [];
  const program = createProgram(
    wordingIn(lang),
    {
      run: async (command) => void ran.push(command),
      screens: async () => {},
      write: (text) => {
        written += text;
      },
    },
    (text) => text.length,
  );
  return { program, ran, written: () => written };
}
const below = (command: Command): Command[] =>
  command.commands.flatMap((one) => [one, ...below(one)]);
const pathOf = (command: Command): string =>
  [...(command.parent ? [pathOf(command.parent)] : []), command.name()].join(" ");
const isRun = (command: Command) => command.commands.length === 0 && command.name() !== "help";

describe.each(["zh", "en"] as const)("in %s", (lang) => {
  const paths = below(openProgram(lang).program).filter(isRun).map(pathOf);

  test("there are commands", () => expect(paths.length).toBeGreaterThan(40));

  test.each(paths)("%s says how it is used, by an example that it takes", async (path) => {
    const { program, ran, written } = openProgram(lang);
    below(program)
      .find((one) => pathOf(one) === path)
      ?.outputHelp();
    expect(written()).toContain(lang === "zh" ? "用法" : "Usage");
    const examples = written().match(/^ {2}taizhang .+$/gm) ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      await program.parseAsync(splitWords(example.trim()).words.slice(1), { from: "user" });
    expect(ran.map(pathOf)).toContain(path);
  });
});
