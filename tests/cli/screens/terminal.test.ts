import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type TerminalOptions } from "../../support/terminal.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});
const open = (options: TerminalOptions = {}, env: Readonly<Record<string, string>> = {}) =>
  openTerminal(process.execPath, [program, "--office", folder, "--lang", "zh"], env, options);

const boxes = /[\u2500-\u259f]/;

test("on a console with a Chinese code page rules are ASCII, stand straight, and nothing runs over", async () => {
  await run(["--office", folder, "log", "study", "“第①次”学习——买买提·艾力……"]);
  const terminal = open({ columns: 120, rows: 54, ambiguousWide: true });
  await terminal.sees("“第①次”");
  const lines = terminal.lines();
  expect(terminal.screen()).not.toMatch(boxes);
  expect(lines[0]).toContain("总览");
  expect(lines[1]).toBe("-".repeat(120));
  const table = lines.filter((line) => /^[+|]/.test(line));
  expect(table.length).toBeGreaterThan(8);
  const rulesOf = (line: string) =>
    [...line.matchAll(/[+|]/g)].slice(0, 6).map(({ index }) => widthOf(line.slice(0, index)));
  expect(new Set(table.map((line) => rulesOf(line).join())).size).toBe(1);
  expect(lines.at(-1)).toContain("王芳");
  terminal.type("3");
  await terminal.sees(/> +\d\d-\d\d/);
  terminal.type("q");
  expect(await terminal.exited).toBe(0);
});

test("elsewhere rules are lines, and a key that is pressed before the first frame is not lost", async () => {
  const terminal = open({ rows: 40 });
  terminal.type("2");
  await terminal.sees("名称、拼音首字母");
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
  terminal.type("q");
  expect(await terminal.exited).toBe(0);
});

test("a terminal of no abilities gets no colours, and one of sixteen gets them by name", async () => {
  for (const [env, coloured] of [
    [{ TERM: "dumb" }, false],
    [{ NO_COLOR: "1" }, false],
    [{ TERM: "xterm" }, true],
    [{ TERM: "xterm-256color" }, true],
    [{ TERM: "xterm", COLORTERM: "truecolor" }, true],
  ] as const) {
    await run(["--office", folder, "raise", "宣传栏玻璃破损"]);
    const terminal = open({ rows: 40 }, env);
    await terminal.sees("最近记入");
    terminal.type("2");
    await terminal.sees("名称、拼音首字母");
    terminal.type(keys.save);
    await terminal.sees("请先选事项");
    expect(terminal.isColoured(), JSON.stringify(env)).toBe(coloured);
    terminal.type(keys.escape);
    await terminal.sees("最近记入");
    terminal.type("q");
    await terminal.exited;
  }
});

test("for a screen reader the screens are lines of text: no rules, no bars, the chosen row said last", async () => {
  await run(["--office", folder, "log", "study", "第一次学习"]);
  await run(["--office", folder, "log", "study", "第二次学习"]);
  for (const [args, env] of [
    [["--screen-reader"], {}],
    [[], { TAIZHANG_PLAIN: "1" }],
    [[], { INK_SCREEN_READER: "true" }],
  ] as const) {
    const terminal = openTerminal(
      process.execPath,
      [program, "--office", folder, "--lang", "zh", ...args],
      env,
    );
    await terminal.sees(/> 1\. .*: /);
    await terminal.sees("[1 总览]");
    expect(terminal.screen()).not.toMatch(boxes);
    terminal.type("3");
    await terminal.sees("[3 台账]");
    await terminal.sees(/> 1\. .*学习\n2\. .*学习\n1\/2: .*学习/);
    terminal.type("\u001b[B");
    await terminal.sees(/1\. .*学习\n> 2\. .*学习\n2\/2: .*学习/);
    expect(terminal.screen()).not.toMatch(boxes);
    terminal.type("2");
    await terminal.sees("> 1. 事项: ");
    terminal.type("jzxx");
    await terminal.sees(/ {2}> 1\. 集中学习\n事项: jzxx/);
    terminal.type(keys.enter + keys.save);
    await terminal.sees("! ");
    terminal.type(keys.escape);
    await terminal.sees("[3 台账]");
    terminal.type("q");
    expect(await terminal.exited).toBe(0);
    expect(terminal.screen()).toContain("[3 台账]"); // on the ordinary screen, to be found again
  }
});
