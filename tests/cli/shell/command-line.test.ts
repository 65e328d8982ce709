import { Command, Option } from "commander";
import fc from "fast-check";
import { expect, test } from "vitest";
import { complete } from "../../../cli/tui/command-line/complete.ts";
import { splitWords } from "../../../cli/tui/command-line/split-words.ts";

const words = (line: string) => splitWords(line).words;

test("words are split as a shell would, and a blank of full width is a blank", () => {
  expect(words(`log 集中学习　"第一 次" --note 'a "b"'`)).toEqual([
    "log",
    "集中学习",
    "第一 次",
    "--note",
    'a "b"',
  ]);
  expect(words("report --out C:\\台账\\a.txt")).toEqual(["report", "--out", "C:\\台账\\a.txt"]);
  expect(words(`a\\ b "" c"d"e`)).toEqual(["a b", "", "cde"]);
  expect(splitWords(`log "没有`).open).toBe(true);
});

test("whatever is put in quotes comes out as one word", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const quoted = texts.map((text) => `'${text.replaceAll("'", `'"'"'`)}'`);
      expect(words(quoted.join(" "))).toEqual(texts);
    }),
  );
});

const program = new Command("taizhang");
program.command("log").option("--date <day>").option("--note <text>").option("--notes <text>");
program.command("tally").addOption(new Option("--by <by>").choices(["month", "unit"]));
const problem = program.command("problem");
problem.command("list");
problem.command("close");

test("Tab completes commands, those below them, options and their choices from the definitions", () => {
  expect(complete(program, "l")).toEqual({ line: "log ", choices: [] });
  expect(complete(program, "problem ")).toEqual({ line: "problem ", choices: ["close", "list"] });
  expect(complete(program, "problem cl").line).toBe("problem close ");
  expect(complete(program, "log 学习 --n")).toEqual({
    line: "log 学习 --note",
    choices: ["--note", "--notes"],
  });
  expect(complete(program, "tally --by ")).toEqual({
    line: "tally --by ",
    choices: ["month", "unit"],
  });
  expect(complete(program, "log 没有这样的").line).toBe("log 没有这样的");
});

test("Tab offers the office's own names where a definition asks for one, also by their sound", () => {
  const asking = new Command("taizhang");
  asking.command("log").argument("<kind>").argument("[title]").option("--unit <unit>");
  const lists: Record<string, string[]> = { kind: ["专题研究", "集中学习"], unit: ["石桥 村"] };
  const spelt: Record<string, string> = { 专题研究: "ztyj", 集中学习: "jzxx" };
  const offered = {
    values: (place: string) => lists[place] ?? [],
    sounds: (name: string, typed: string) => spelt[name]?.startsWith(typed) ?? false,
  };
  const tab = (line: string) => complete(asking, line, offered);
  expect(tab("log ")).toEqual({ line: "log ", choices: ["专题研究", "集中学习"] });
  expect(tab("log jz").line).toBe("log 集中学习 ");
  expect(tab("log 专").line).toBe("log 专题研究 ");
  expect(tab("log 专题研究 ").choices).toEqual([]);
  expect(tab("log --unit ").line).toBe('log --unit "石桥 村" ');
  expect(tab("log --unit 别处 专").line).toBe("log --unit 别处 专题研究 ");
});
