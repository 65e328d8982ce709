import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, expect, test } from "vitest";
import { widthOf } from "../../cli/tui/ui/width.ts";
import { emptyFolder } from "../support/folder.ts";
import { program, run, start } from "../support/program.ts";
import { keys, openTerminal, type Terminal } from "../support/terminal.ts";

let folder: string;

const open = (size?: { columns: number; rows: number }, lang = "zh"): Terminal =>
  openTerminal(process.execPath, [program, "--office", folder, "--lang", lang], {}, size);

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});

test("an empty office says what to do first, and q leaves the terminal as it was", async () => {
  const terminal = open();
  await terminal.sees("本期还没有记录。按 2 记一条。");
  await terminal.sees("测试镇");
  terminal.type("q");
  expect(await terminal.exited).toBe(0);
});

test("an entry is logged with a few keys, the caret where typing goes, and the board has it", async () => {
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("2");
  await terminal.sees("拼音首字母");
  terminal.type("jzxx");
  await terminal.sees("集中学习");
  terminal.type(keys.enter);
  await terminal.sees(/› 标题/);
  terminal.type("第一次学习");
  await terminal.sees("第一次学习");
  const row = terminal.lines().findIndex((line) => line.startsWith("› 标题"));
  const typed = terminal.lines()[row] as string;
  await expect.poll(() => terminal.caret()).toEqual({ x: widthOf(typed), y: row });
  terminal.type(keys.left + keys.backspace);
  await terminal.sees("第一次习");
  terminal.type(`学${keys.save}`);
  await terminal.sees("已记入 集中学习：第一次学习");
  terminal.type(keys.escape);
  await terminal.sees(/集中学习 +(│ )?1次/);
});

test("there are colours, and none for who asks for none", async () => {
  const args = [program, "--office", folder, "--lang", "zh"];
  for (const [env, coloured] of [
    [{}, true],
    [{ NO_COLOR: "1" }, false],
  ] as const) {
    const terminal = openTerminal(process.execPath, args, env);
    await terminal.sees("本期还没有记录。按 2 记一条。");
    expect(terminal.isColoured()).toBe(coloured);
    terminal.type("q");
    await terminal.exited;
  }
});

test("what a kind offers stands in its field from the start: a quantity is 1", async () => {
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("2q"); // the q comes before the form is drawn, and is no command any more
  await terminal.sees(/› 事项 +q/);
  terminal.type(keys.backspace);
  terminal.type("zyfwhd");
  await terminal.sees("志愿服务活动");
  terminal.type(keys.enter);
  await terminal.sees(/› 标题/);
  terminal.type(`清洁家园${keys.tab}${keys.tab}`);
  await terminal.sees(/› 数量 +1/);
  terminal.type(keys.save);
  await terminal.sees("已记入 志愿服务活动：清洁家园");
});

test("a terminal that is closed ends the screens in order, and a sample leaves nothing", async () => {
  const terminal = open();
  await terminal.sees("总览");
  terminal.hangUp();
  await terminal.exited;
  const left = await readdir(folder);
  expect(left).not.toContain("lock");
  expect(left).not.toContain("daemon.json");

  const temporary = await emptyFolder();
  const demo = openTerminal(process.execPath, [program, "demo", "--lang", "zh"], {
    TMPDIR: temporary,
  });
  await demo.sees("最近记入");
  expect(await readdir(temporary)).toHaveLength(1);
  demo.hangUp();
  await demo.exited;
  expect(await readdir(temporary)).toEqual([]);
});

test("the board moves when another program logs something", async () => {
  const terminal = open();
  await terminal.sees(/集中学习 +(│ )?0次/);
  const logged = await run(["--office", folder, "log", "study", "别处记的"]);
  expect(logged).toMatchObject({ code: 0, err: "" });
  await terminal.sees(/集中学习 +(│ )?1次/);
  await terminal.sees("别处记的");
});

test("every rule of the tally table stands in one column, also beside Chinese", async () => {
  const terminal = open({ columns: 120, rows: 54 });
  await terminal.sees("└");
  const table = () => terminal.lines().filter((line) => /^[┌│├└]/.test(line));
  const places = () =>
    table().map((line) =>
      [...line.matchAll(/[┌┬┐│├┼┤└┴┘]/g)].map(({ index }) => widthOf(line.slice(0, index))).join(),
    );
  await expect.poll(() => table().length).toBeGreaterThan(8);
  await expect.poll(() => new Set(places()).size).toBe(1); // a frame may be half way on its line
});

test("an inspection is walked through item by item, and a failed one is a problem", async () => {
  const add = ["position", "add", "notice-board", "村部宣传栏", "--date", "2021-01-01"];
  await run(["--office", folder, ...add]);
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("4");
  await terminal.sees("○ 村部宣传栏");
  terminal.type(keys.enter);
  await terminal.sees(/› ○/);
  terminal.type("yn");
  await terminal.sees(/› 标题 .*一项不合格/);
  terminal.type(`\u0015村部宣传栏：褪色${keys.enter}`);
  await terminal.sees("✗");
  terminal.type("a");
  await terminal.sees("检查汇总");
  terminal.type(keys.save);
  await terminal.sees("1 项不合格");
  terminal.type("5");
  await terminal.sees("村部宣传栏：褪色");
});

test("in the report a figure opens the records behind it", async () => {
  await run(["--office", folder, "log", "special-session", "第一次专题研究"]);
  const terminal = open();
  await terminal.sees("总览");
  terminal.type("6");
  await terminal.sees("专题报告");
  terminal.type(keys.tab + keys.tab);
  terminal.type("\u001b[Z\u001b[Z");
  terminal.type(keys.enter);
  await terminal.sees("第一次专题研究");
  await terminal.sees("special-session");
  terminal.type(keys.escape);
  await terminal.sees("专题报告");
});

test("one's own last step is taken back", async () => {
  await run(["--office", folder, "log", "study", "记错了"]);
  const terminal = open();
  await terminal.sees("记错了");
  terminal.type("u");
  await terminal.sees("已撤销：记入");
  await terminal.sees(/集中学习 +(│ )?0次/);
});

test("help shows the keys, in English too", async () => {
  const terminal = open(undefined, "en");
  await terminal.sees("Board");
  terminal.type("?");
  await terminal.sees("the period before");
});

test("a window that is too small says so, and is right again when it grows", async () => {
  const terminal = open({ columns: 59, rows: 20 });
  await terminal.sees("窗口太小");
  terminal.resize(60, 20);
  await terminal.sees("最近记入");
  expect(terminal.lines().every((line) => widthOf(line) <= 60)).toBe(true);
});

test("a daemon that goes away is said, and the screens go on when it is back", async () => {
  const daemonAt = async (port: string) => {
    const child = start(["--office", folder, "daemon", "--port", port]);
    const [line] = await once(createInterface(child.stdout as NodeJS.ReadableStream), "line");
    return { child, port: /127\.0\.0\.1:(\d+)/.exec(String(line))?.[1] as string };
  };
  const first = await daemonAt("0");
  const terminal = open();
  await terminal.sees("已连接");
  first.child.kill("SIGKILL");
  await terminal.sees("连不上守护进程");
  const second = await daemonAt(first.port);
  await run(["--office", folder, "log", "study", "它回来以后"]);
  await terminal.sees("它回来以后");
  await terminal.sees("已连接");
  second.child.kill("SIGKILL");
  await terminal.sees("连不上守护进程");
  const third = await daemonAt("0"); // another port: whoever serves here is found
  expect(third.port).not.toBe(first.port);
  await run(["--office", folder, "log", "study", "换了端口以后"]);
  await terminal.sees("换了端口以后");
  await terminal.sees("已连接");
  third.child.kill("SIGTERM");
  await once(third.child, "exit");
});
