import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { addDays, localDateIn } from "../../../shared/words/dates.ts";
import { halfYearOf } from "../../../shared/words/period.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let folder: string;

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});

const office = (...args: string[]) => run(["--office", folder, "--lang", "zh", ...args]);
function open(more: readonly string[] = [], columns = 100, rows = 30): Terminal {
  const args = [program, "--office", folder, "--lang", "zh", ...more];
  return openTerminal(process.execPath, args, {}, { columns, rows });
}

test("a tally opens its records, a record its screen, and Esc comes back to the board", async () => {
  await office("log", "special-session", "第一次专题研究");
  const terminal = open();
  await terminal.sees(/› 专题研究 +│ +1次/);
  terminal.type(keys.enter);
  await terminal.sees("出处 1 条");
  await terminal.sees(/› .*第一次专题研究/);
  terminal.type(keys.enter);
  await terminal.sees(/第一次专题研究/);
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
});

test("a figure of nothing says which figure it is, and offers no record to open", async () => {
  const terminal = open([], 80, 24);
  await terminal.sees(/› 专题研究 +│ +0次/);
  terminal.type(keys.enter);
  await terminal.sees("这个数字没有对应的记录。");
  await terminal.sees(/← 专题研究/);
  await terminal.sees(/^Esc 返回$/m);
});

test("the half-year before that is not closed is due: Enter opens its report, Esc comes back to this one", async () => {
  const now = halfYearOf(localDateIn("Asia/Shanghai", new Date()));
  const day = addDays(now.from, -1);
  const before = halfYearOf(day).id;
  await office("log", "study", "上个半年的学习", "--date", day);
  const terminal = open();
  await terminal.sees("该办");
  terminal.type("d");
  await terminal.sees("上个半年的报告还没有归档");
  await terminal.sees(new RegExp(`还没有初结  ${before}`));
  terminal.type(keys.enter);
  await terminal.sees("一、工作开展情况");
  expect(terminal.lines()[0]).toContain(before);
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
  expect(terminal.lines()[0]).toContain(now.id);
});

test("on a wide window what is due stands beside the tallies, on a narrow one below them", async () => {
  await office("position", "add", "notice-board", "村部宣传栏", "--date", "2021-01-01");
  const terminal = open([], 120, 40);
  await terminal.sees("该办：阵地 1");
  await terminal.sees(/专题研究 .*│.*待检查的阵地 1|专题研究 .*│.*还没到目标的/);
  terminal.resize(80, 24);
  await terminal.sees(/^ {0,4}最近记入/m);
  terminal.type("d");
  await terminal.sees(/› +[✗○]/);
  expect(terminal.lines().every((line) => widthOf(line) <= 80)).toBe(true);
});

test("the same overview is a command, as plain text and as JSON", async () => {
  await office("log", "study", "第一次学习");
  await office("position", "add", "notice-board", "村部宣传栏", "--date", "2021-01-01");
  const { out } = await office("board");
  expect(out).toMatch(/集中学习 +1次 +12次/);
  expect(out).toContain("待检查的阵地 1");
  const plain = JSON.parse((await office("board", "--json")).out);
  expect(plain.positions).toMatchObject([{ name: "村部宣传栏", state: "overdue" }]);
  expect(plain.tallies).toContainEqual(expect.objectContaining({ id: "study", value: 1 }));
  expect(plain.newest).toMatchObject([{ title: "第一次学习" }]);
});

test("on a wall it moves when anything is recorded, and no key but q does anything", async () => {
  const wall = open(["board", "--watch"], 60, 20);
  await wall.sees("还没有记录");
  wall.type(`2${keys.enter}u5`);
  await office("log", "study", "别处记的");
  await wall.sees("别处记的");
  await wall.sees("测试镇");
  expect(wall.lines().every((line) => widthOf(line) <= 60)).toBe(true);
  expect(JSON.parse((await office("list", "--json")).out)).toHaveLength(1);
  wall.type("q");
  expect(await wall.exited).toBe(0);
  const { code, err } = await office("board", "--watch");
  expect(code).not.toBe(0);
  expect(err).toContain("终端窗口");
});
