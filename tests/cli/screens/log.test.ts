import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let folder: string;
const open = (size?: { columns: number; rows: number }): Terminal =>
  openTerminal(process.execPath, [program, "--office", folder, "--lang", "zh"], {}, size);
const entries = async () => {
  const { out } = await run(["--office", folder, "list", "--json"]);
  return JSON.parse(out) as { title: string; on: string; kind: string }[];
};

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});

/** Into the form, once the screens have the keys. */
async function openForm(size?: { columns: number; rows: number }): Promise<Terminal> {
  const terminal = open(size);
  await terminal.sees("总览");
  terminal.type("2");
  await terminal.sees("› 事项");
  return terminal;
}

test("kind, Enter, title, Enter: that is an entry, and the form is ready for the next", async () => {
  const terminal = await openForm({ columns: 80, rows: 24 });
  terminal.type("jzxx");
  await terminal.sees("集中学习");
  terminal.type(`${keys.enter}第一次学习${keys.enter}`);
  await terminal.sees("已记入 集中学习：第一次学习");
  await terminal.sees("› 事项");
  expect(await entries()).toMatchObject([{ title: "第一次学习" }]);
});

test("Chinese that arrives in pieces of a character is whole, and nothing is lost of it", async () => {
  const terminal = await openForm();
  const bytes = Buffer.from(`集中学习${keys.enter}上半年意识形态专题学习研讨会议纪要${keys.enter}`);
  for (let at = 0; at < bytes.length; at += 2) terminal.typeBytes(bytes.subarray(at, at + 2));
  await terminal.sees("已记入 集中学习：上半年意识形态专题学习研讨会议纪要");
});

test("a whole entry on one line is shown as it is understood, then put into its fields", async () => {
  const terminal = await openForm();
  terminal.type("集中学习 七一专题 @三楼会议室 35人 2022.7.1");
  await terminal.sees("→ 集中学习 · 2022-07-01 · 七一专题 · 35人次 · @三楼会议室");
  terminal.type(keys.enter);
  await terminal.sees(/› 标题 +七一专题/);
  await terminal.sees(/人次 +35/);
  terminal.type(keys.enter);
  await terminal.sees("已记入 集中学习：七一专题");
});

test("what is missing or wrong is said where it is, and the caret goes there", async () => {
  const terminal = await openForm();
  terminal.type(`jzxx${keys.enter}`);
  await terminal.sees("› 标题");
  terminal.type(keys.save);
  await terminal.sees("请写标题。");
  terminal.type(`学习${keys.tab}`);
  await terminal.sees("› 日期");
  terminal.type(`\u0015昨天`); // Ctrl+U empties the line
  await terminal.sees(/昨天 +→ \d{4}-\d\d-\d\d 周/);
  terminal.type("天");
  await terminal.sees("“昨天天”");
  terminal.type(`${keys.tab}${keys.save}`);
  await terminal.sees("› 日期"); // it goes back to what is wrong
  expect(await entries()).toEqual([]);
});

test("what was being typed survives the end of the program, and is offered again", async () => {
  const first = await openForm();
  first.type(`jzxx${keys.enter}没写完的学习`);
  await first.sees("没写完的学习");
  const [workstation = ""] = await readdir(join(folder, "workstations"));
  const draft = join(folder, "workstations", workstation, "drafts", "entry.json");
  const kept = () => (existsSync(draft) ? readFileSync(draft, "utf8") : "");
  await expect.poll(kept).toContain("没写完的学习"); // the letters before it were kept as well
  first.kill("SIGKILL");
  await first.exited;

  const second = await openForm();
  await second.sees("上次没写完的“没写完的学习”还在：按 Ctrl+R 接着写。");
  second.type("\u0012");
  await second.sees(/标题 +没写完的学习/);
  second.type(keys.save);
  await second.sees("已记入 集中学习：没写完的学习");
  await expect.poll(() => existsSync(draft)).toBe(false);
});

test("the last entry is repeated by one key, with today as its day", async () => {
  await run(["--office", folder, "log", "study", "例行学习", "--attendance", "42"]);
  const terminal = await openForm();
  terminal.type("\u0012");
  await terminal.sees(/标题 +例行学习/);
  await terminal.sees(/人次 +42/);
});

test("all units are taken and given back by one key, and said by their number", async () => {
  const terminal = await openForm();
  terminal.type(`jzxx${keys.enter}`);
  await terminal.sees("› 标题");
  terminal.type("\u0014");
  await terminal.sees(/基层单位 +全部村 \d+ 个/);
  terminal.type("\u0014");
  await terminal.sees(/基层单位 +可选多个/);
});

test("a command takes the whole of an entry as one piece of text", async () => {
  const line = "jzxx 七一专题 @三楼会议室 35人 2022-07-01 #理论中心组";
  const logged = await run(["--office", folder, "log", line, "--json"]);
  expect(JSON.parse(logged.out)).toMatchObject({
    kind: "study",
    on: "2022-07-01",
    title: "七一专题",
    attendance: 35,
    place: "三楼会议室",
  });
  const wrong = await run(["--office", folder, "log", "没有这个事项 标题"]);
  expect(wrong).toMatchObject({ code: 2, out: "", err: expect.stringContaining("看不懂") });
});
