import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let folder: string;
async function taizhang(...args: string[]) {
  expect(await run(["--office", folder, ...args])).toMatchObject({ code: 0 });
}

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  await taizhang("position", "add", "上墙图版", "东洼图版", "--date", "2021-03-01");
});

/** Opened to be read aloud, at the screen of this number. */
async function listen(screen: string, tab: string): Promise<Terminal> {
  const args = [program, "--office", folder, "--lang", "zh", "--screen-reader"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 100, rows: 40 });
  await terminal.sees("[1 总览]");
  terminal.type(screen);
  await terminal.sees(tab);
  return terminal;
}
/** Nothing that is only drawn: no rules, no signs, no blanks that line things up. */
const drawn = /[─│█░▁✓✗○●›]|\S {3,}\S/;
/** Below the tabs, which are lined up for those who see them. */
const said = (terminal: Terminal) => terminal.lines().slice(1).join("\n");

test("a walk is a list of items with their answers in words, and says its own keys alone", async () => {
  const terminal = await listen("4", "[4 阵地]");
  await terminal.sees(/^1\. 上墙图版 {2}已检查 0\/1 {2}/m);
  await terminal.sees(/^2\/2: 东洼图版 {2}本级 /m);
  expect(said(terminal)).not.toMatch(drawn);
  terminal.type(keys.enter);
  await terminal.sees(/^> 1\. (.+)$/m);
  await terminal.sees("Esc 返回");
  expect(terminal.screen()).not.toContain("Ctrl+S 保存");
  terminal.type("y");
  await terminal.sees(/^1\. .+ {2}合格$/m);
  await terminal.sees(/^2\/\d: \S+$/m);
  terminal.type("n");
  await terminal.sees(/^> 1\. 标题: /m);
  await terminal.sees("Ctrl+S 保存"); // now it is a form that has the keys
  terminal.type(`\u0015边角翘起${keys.save}`);
  await terminal.sees(/^2\. .+ {2}不合格 {2}边角翘起$/m);
  expect(said(terminal)).not.toMatch(drawn);
  terminal.type("a");
  await terminal.sees(/^东洼图版 {2}\d 项合格，1 项不合格$/m);
  await terminal.sees(/^不合格：边角翘起$/m);
  expect(said(terminal)).not.toMatch(drawn);
});

test("problems are a list by deadline, told as lines; columns are only for eyes", async () => {
  await taizhang("problem", "raise", "边角翘起", "--position", "东洼图版");
  const terminal = await listen("5", "[5 问题]");
  await terminal.sees(/^1\/1: 边角翘起 {2}已发现$/m);
  terminal.type("b");
  await terminal.sees("读屏时只按期限列出，不分栏。");
  terminal.type(keys.enter);
  await terminal.sees(/^标题 {2}边角翘起$/m);
  await terminal.sees(/^状态 {2}已发现$/m);
  expect(said(terminal)).not.toMatch(drawn);
});

test("a publication says its title first, and at which step it is", async () => {
  await taizhang("publication", "draft", "春耕", "--outlet", "县融媒体中心");
  const terminal = await listen("8", "[8 稿件]");
  await terminal.sees(/^2\/2: 春耕 {2}待初审 {2}县融媒体中心 {2}\d{4}-\d\d-\d\d$/m);
  terminal.type("d");
  await terminal.sees(/^标题 {2}春耕$/m);
  await terminal.sees(/^初审$/m);
  expect(said(terminal)).not.toMatch(drawn);
});

test("a finding is said once in the list and last, and nowhere else", async () => {
  const terminal = await listen("6", "[6 报告]");
  terminal.type("f");
  await terminal.sees(/^请看一下这 \d+ 处：$/m);
  await terminal.sees(/^1\/\d+: (.+)$/m);
  const finding = /^1\/\d+: (.{8})/m.exec(terminal.screen())?.[1] ?? "";
  expect(terminal.screen().split(finding)).toHaveLength(3);
  expect(said(terminal)).not.toMatch(drawn);
});
