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
  for (const title of ["头一次学习", "第二次学习", "第三次学习"])
    await taizhang("log", "study", title);
  for (const name of ["东洼图版", "西坡图版"]) {
    await taizhang("position", "add", "上墙图版", name, "--date", "2021-03-01");
  }
});

async function open(): Promise<Terminal> {
  const args = [program, "--office", folder, "--lang", "zh"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 100, rows: 30 });
  await terminal.sees("最近记入");
  return terminal;
}
const chosen = (terminal: Terminal) => terminal.lines().find((line) => line.startsWith("›"));

test("in the ledger the record and the filter are found again, by digit, by g and by Esc", async () => {
  const terminal = await open();
  terminal.type("3");
  await terminal.sees("第 1 / 3 条");
  terminal.type("/xx");
  await terminal.sees("筛选 / xx");
  terminal.type(keys.enter);
  await terminal.sees("筛选：xx");
  terminal.type(keys.down);
  await terminal.sees("第 2 / 3 条");
  const record = chosen(terminal);
  expect(record).toContain("第二次学习");
  for (const [away, seen, back] of [
    ["5", "没有未销号的问题", "3"],
    ["gc", "按类别", "gl"],
    ["1", "最近记入", keys.escape],
    ["?", "Esc 或 ? 关闭", keys.escape],
  ] as const) {
    terminal.type(away);
    await terminal.sees(seen);
    terminal.type(back);
    await terminal.sees("第 2 / 3 条");
    await terminal.sees("筛选：xx");
    expect(chosen(terminal)).toBe(record);
  }
});

test("positions, problems and publications stand as they were left; what a screen was opened at counts once", async () => {
  for (const [title, position] of [
    ["玻璃破了", "东洼图版"],
    ["灯不亮", "西坡图版"],
  ] as const) {
    await taizhang("problem", "raise", title, "--position", position);
  }
  for (const title of ["夏收", "春耕"]) {
    await taizhang("publication", "draft", title, "--outlet", "县融媒体中心");
  }
  const terminal = await open();
  terminal.type("8");
  await terminal.sees(/^›.*春耕/m);
  terminal.type(keys.down);
  await terminal.sees(/^›.*夏收/m);
  terminal.type("5");
  await terminal.sees(/^›.*灯不亮/m);
  terminal.type(keys.down);
  await terminal.sees(/^›.*玻璃破了/m);
  terminal.type("p"); // to its position
  await terminal.sees(/^›.*东洼图版/m);
  terminal.type("b");
  await terminal.sees("按单位");
  terminal.type(keys.down);
  await terminal.sees(/^›.*西坡图版/m);
  terminal.type("8");
  await terminal.sees(/^›.*夏收/m);
  terminal.type(keys.escape);
  await terminal.sees("按单位");
  await terminal.sees(/^›.*西坡图版/m);
  terminal.type(keys.escape);
  await terminal.sees(/^›.*玻璃破了/m);
  terminal.type("p"); // opened at it once more
  await terminal.sees(/^›.*东洼图版/m);
});
