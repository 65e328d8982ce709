import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";
import { openWorkbook } from "../../support/workbook.ts";

let folder: string;
let place: string;

beforeEach(async () => {
  place = await emptyFolder();
  folder = join(place, "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});

function open(env: Readonly<Record<string, string>> = {}): Terminal {
  const args = [program, "--office", folder, "--lang", "zh"];
  return openTerminal(process.execPath, args, { TMPDIR: place, HOME: place, ...env });
}

/** Presses a key, each time only once the last press is seen, until `isThere`. */
async function pressUntil(terminal: Terminal, key: string, isThere: () => boolean) {
  // Without the last line: it also moves by itself, when the daemon is found.
  const shown = () => terminal.lines().slice(0, -1).join("\n");
  for (let at = 0; at < 40 && !isThere(); at++) {
    const before = shown();
    terminal.type(key);
    await expect.poll(shown).not.toBe(before);
  }
}
/** The report, with the cursor on the statement of what is still wrong. */
async function openAtIssues(env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
  const terminal = open(env);
  await terminal.sees("总览");
  terminal.type("6");
  await terminal.sees("一、工作开展情况");
  const label = "存在的问题和不足（还没写，按 e 写）";
  const backTab = "\u001b[Z"; // over the first statements to the last
  await pressUntil(terminal, backTab, () => terminal.screen().includes(label));
  await terminal.sees(label);
  return terminal;
}
test("e on a figure goes to the next statement that is not written, and e writes it", async () => {
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("6");
  await terminal.sees(/› 0次/);
  terminal.type("e");
  await terminal.sees(/光标已移到文段“([^”]+)”，再按 e 写。/);
  await terminal.sees(/› 文段：.*还没写，按 e 写/);
  terminal.type("e");
  await terminal.sees("一行是一点，编号自动加。");
});
const written = async () => {
  const { out } = await run(["--office", folder, "statement", "shortcomings", "--json"]);
  return JSON.parse(out).text;
};
/** An editor as a person would have one: it gets the file's name behind its own options. */
async function makeEditor(script: string): Promise<string> {
  const file = join(place, "my-editor");
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return `${file} --wait`;
}
const leftBehind = async () =>
  (await readdir(place)).filter((name) => name.startsWith("taizhang-"));

test("a statement is written in the screen, the caret where typing goes, and stands in the report", async () => {
  const terminal = await openAtIssues();
  terminal.type("e");
  await terminal.sees("一行是一点，编号自动加。");
  terminal.type("信息员变动较快");
  await terminal.sees("信息员变动较快");
  const row = terminal.lines().findIndex((line) => line.includes("信息员变动较快"));
  const x = widthOf(terminal.lines()[row] ?? "");
  await expect.poll(() => terminal.caret()).toEqual({ x, y: row });
  terminal.type(`${keys.enter}图版更新不及时错${keys.backspace}`);
  await terminal.sees("图版更新不及时");
  terminal.type(keys.save);
  await terminal.sees(/一是信息员变动较快。二是图版更新不及时。/);
  expect(await written()).toBe("信息员变动较快\n图版更新不及时");
});

test("what was typed and left is a draft, and the next beginning; saved, it is none any more", async () => {
  const terminal = await openAtIssues();
  terminal.type("e");
  await terminal.sees("一行是一点");
  terminal.type("写了一半");
  await terminal.sees("写了一半");
  terminal.type(keys.escape);
  await terminal.sees("已留作草稿");
  terminal.type("q");
  await terminal.exited;
  expect(await written()).toBe("");
  const again = await openAtIssues();
  again.type("e");
  await again.sees("这是上次没保存的草稿。");
  again.type(`，写完了${keys.save}`);
  await again.sees("一是写了一半，写完了。");
  again.type("e");
  await again.sees("一行是一点");
});

test("who closes the window while writing finds it again", async () => {
  const terminal = await openAtIssues();
  terminal.type("e");
  await terminal.sees("一行是一点");
  terminal.type("窗口关掉之前写的");
  await terminal.sees("窗口关掉之前写的");
  terminal.hangUp();
  await terminal.exited;
  const again = await openAtIssues();
  again.type("e");
  await again.sees("窗口关掉之前写的");
  await again.sees("这是上次没保存的草稿。");
});

test("what somebody else wrote meanwhile is not written over unseen: both are kept, as a dispute", async () => {
  await run(["--office", folder, "member", "add", "李敏"]);
  const terminal = await openAtIssues();
  terminal.type("e");
  await terminal.sees("一行是一点");
  terminal.type("王芳写的");
  await terminal.sees("王芳写的");
  const period = /(\d{4}-H[12])/.exec(terminal.screen())?.[1] ?? "";
  const other = ["statement", "shortcomings", "--period", period, "--text", "李敏写的"];
  expect((await run(["--office", folder, "--as", "李敏", ...other])).code).toBe(0);
  terminal.type(keys.save);
  await terminal.sees("分歧 1");
  const { out } = await run(["--office", folder, "tray", "list"]);
  expect(out).toContain("李敏写的");
  expect(out).toContain("王芳写的");
});

test("the person's own editor is used where there is one; the terminal comes back and nothing is left behind", async () => {
  const editor = await makeEditor('ls -l "$2" > "$HOME/seen"; echo 用自己的编辑器写的 > "$2"');
  const terminal = await openAtIssues({ EDITOR: editor });
  terminal.type("e");
  await terminal.sees("一是用自己的编辑器写的。");
  expect(await written()).toBe("用自己的编辑器写的");
  expect(await readFile(join(place, "seen"), "utf8")).toMatch(/^-rw-------/);
  expect(await leftBehind()).toEqual([]);
  terminal.type("1");
  await terminal.sees("还没有记录");
});

test("an editor that fails loses nothing, and one that is not there is said", async () => {
  const editor = await makeEditor('echo 没存好 > "$2"; exit 3');
  const terminal = await openAtIssues({ VISUAL: editor });
  terminal.type("e");
  await terminal.sees(/没有正常结束（3）。.*已留作草稿/);
  expect(await written()).toBe("");
  expect(await leftBehind()).toEqual([]);
  terminal.type("q");
  await terminal.exited;
  const without = await openAtIssues({ VISUAL: "no-such-editor" });
  without.type("e");
  await without.sees("编辑器 no-such-editor 没有正常结束（ENOENT）。");
});

test("Tab goes to a figure, Enter shows its records, Enter there opens one, Esc comes back", async () => {
  const today = new Date().toISOString().slice(0, 10);
  await run(["--office", folder, "log", "study", "第一次学习", "--date", today]);
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("6");
  await terminal.sees("一、工作开展情况");
  const figure = "1次  ← 集中学习（study）";
  await pressUntil(terminal, keys.tab, () => terminal.screen().includes(figure));
  terminal.type(keys.enter);
  await terminal.sees(/出处 1 条/);
  await terminal.sees("第一次学习");
  terminal.type(keys.enter);
  await terminal.sees(/集中学习/);
  terminal.type(keys.escape);
  await terminal.sees("一、工作开展情况");
});

test("findings are a list, and Enter goes to where the chosen one stands", async () => {
  const terminal = await openAtIssues();
  terminal.type("f");
  await terminal.sees(/请看一下这 \d+ 处/);
  await terminal.sees(/“.+”还没有写。/);
  const named = () => /› .*“(.+)”还没有写。/.exec(terminal.screen())?.[1];
  await pressUntil(terminal, keys.down, () => named() !== undefined);
  const label = named() ?? "";
  terminal.type(keys.enter);
  await terminal.sees(`文段：${label}（还没写`);
});

test("the report is exported as the command writes it; an existing file is asked about first", async () => {
  const file = join(place, "报告.txt");
  const terminal = await openAtIssues();
  const name = async () => {
    terminal.type("x");
    await terminal.sees("导出报告");
    terminal.type(`\u0015${file}`);
    await terminal.sees("报告.txt");
    terminal.type(keys.save);
  };
  await name();
  await terminal.sees(`报告已写到 ${file}`);
  const { out } = await run(["--office", folder, "report"]);
  expect((await readFile(file, "utf8")).trimEnd()).toBe(out.trimEnd());
  await writeFile(file, "别人的");
  await name();
  await terminal.sees("要覆盖吗？");
  terminal.type("n");
  await terminal.sees("没有覆盖");
  expect(await readFile(file, "utf8")).toBe("别人的");
  terminal.type(keys.save);
  await terminal.sees("要覆盖吗？");
  terminal.type("y");
  await expect.poll(() => readFile(file, "utf8")).not.toBe("别人的");
});

test("the tables of the period go to a workbook from the same form", async () => {
  const file = join(place, "台账.xlsx");
  const terminal = await openAtIssues();
  terminal.type("x");
  await terminal.sees("导出报告");
  terminal.type(`\u0015${file}`);
  await terminal.sees("台账.xlsx");
  terminal.type(keys.save);
  await terminal.sees(`已写到 ${file}`);
  const workbook = openWorkbook(await readFile(file));
  expect(workbook.SheetNames.slice(0, 4)).toEqual(["台账", "阵地", "检查", "问题"]);
});

test("the name of the file follows the format that is chosen, and is what is written", async () => {
  const terminal = await openAtIssues();
  terminal.type("x");
  await terminal.sees(/文件名 +\S+工作报告\.docx/);
  terminal.type(`\u0015${join(place, "半年报告.docx")}${keys.tab}`);
  await terminal.sees(/› 格式/);
  terminal.type("md");
  await terminal.sees(/› 格式 .*md/);
  terminal.type(keys.tab);
  await terminal.sees(/半年报告\.md/);
  terminal.type(keys.save);
  await terminal.sees(/报告已写到 .*半年报告\.md/);
  expect(await readFile(join(place, "半年报告.md"), "utf8")).toContain("# ");
});
