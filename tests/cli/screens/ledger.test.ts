import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal } from "../../support/terminal.ts";

let folder: string;
const taizhang = (...args: string[]) => run(["--office", folder, ...args]);

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  await taizhang("log", "study", "第一次集中学习");
  await taizhang("log", "study", "第二次集中学习", "--attendance", "30");
});

async function openLedger() {
  const args = [program, "--office", folder, "--lang", "zh"];
  const terminal = openTerminal(process.execPath, args, {});
  await terminal.sees("最近记入");
  terminal.type("3");
  await terminal.sees("第 1 / 2 条");
  return terminal;
}

test("a record is found by initials, amended, looked at with its history, and taken back", async () => {
  const terminal = await openLedger();
  terminal.type("/dyc");
  await terminal.sees("第 1 / 1 条");
  expect(terminal.caret().x).toBe("筛选 / dyc".length + 2);
  terminal.type(keys.enter);
  await terminal.sees("筛选：dyc");
  terminal.type("e");
  await terminal.sees("更正：第一次集中学习");
  terminal.type(keys.tab + keys.tab);
  await terminal.sees(/› 标题/);
  terminal.type(`（补记）${keys.save}`);
  await terminal.sees("已更正：第一次集中学习");
  terminal.type(keys.enter);
  await terminal.sees("标题：第一次集中学习 → 第一次集中学习（补记）");
  terminal.type("u");
  await terminal.sees("已撤销：更正");
});

test("a record is voided with a reason and restored, several are marked and unmarked as one", async () => {
  const terminal = await openLedger();
  terminal.type("v");
  await terminal.sees("作废：第二次集中学习");
  terminal.type(`重复登记${keys.save}`);
  await terminal.sees(/第二次集中学习.*作废/);
  terminal.type("r");
  await terminal.sees("已恢复：第二次集中学习");
  terminal.type("  ");
  await terminal.sees("已选 2 条");
  terminal.type("m");
  await terminal.sees("给 2 条记录加标记、去标记");
  terminal.type("理论中心组");
  await terminal.sees("理论中心组");
  terminal.type(keys.enter);
  await terminal.sees("[");
  terminal.type(keys.save);
  await terminal.sees("已改 2 条的标记");
  const marked = async () => {
    const { out } = await taizhang("--json", "list", "--query", "事项:学习");
    const listed = JSON.parse(out) as { marks: string[] }[];
    return listed.map(({ marks }) => marks.length);
  };
  expect(await marked()).toEqual([1, 1]);
  terminal.type("u");
  await terminal.sees("已撤销：更正");
  await expect.poll(marked).toEqual([0, 0]);
});

test("list takes the same query, and refuses a word that it does not understand", async () => {
  const { out } = await taizhang("list", "--query", "事项:学习 第二次");
  expect(out).toContain("第二次集中学习");
  expect(out).not.toContain("第一次集中学习");
  const wrong = await taizhang("list", "--query", "knd:学习");
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).toContain("“knd:学习”看不懂");
});
