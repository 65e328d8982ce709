import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run, start } from "../../support/program.ts";
import { keys, modesAtRest, openTerminal, type Terminal } from "../../support/terminal.ts";

let folder: string;
const at = (more: Readonly<Record<string, string>> = {}, columns = 100, rows = 30, lang = "zh") =>
  openTerminal(process.execPath, [program, "--office", folder, "--lang", lang], more, {
    columns,
    rows,
  });
const log = (title: string) => run(["--office", folder, "log", "study", title]);
const notice = (terminal: Terminal) => terminal.lines().at(-2) ?? "";
const esc = "\u001b";
const click = (x: number, y: number) => `${esc}[<0;${x + 1};${y + 1}M${esc}[<0;${x + 1};${y + 1}m`;

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
});

describe("the line for commands", () => {
  test("completes, records with the very command, offers to undo it, and remembers", async () => {
    const terminal = at();
    await terminal.sees("总览");
    terminal.type(":lo\t");
    await expect.poll(() => notice(terminal)).toBe(":log");
    terminal.type(`集中学习 "第一 次" --da\t昨天`);
    await terminal.sees(/:log 集中学习 "第一 次" --date 昨天/);
    const typed = notice(terminal);
    await expect.poll(() => terminal.caret()).toEqual({ x: widthOf(typed), y: 28 });
    terminal.type(keys.enter);
    await terminal.sees(/已记入 .* 集中学习 第一 次 · u 撤销/);
    await terminal.sees(/集中学习 +│ 1次/);
    terminal.type("u");
    await terminal.sees(/集中学习 +│ 0次/);
    await expect.poll(() => notice(terminal)).toBe("已撤销：记入");
    terminal.type(`:${keys.up}`);
    await terminal.sees(/:log 集中学习 "第一 次" --date 昨天/);
    terminal.type("\u0017");
    await expect.poll(() => notice(terminal)).toBe(`:log 集中学习 "第一 次" --date`);
    const listed = await run(["--office", folder, "list", "--voided"]);
    expect(listed.out).toContain("第一 次");
  });

  test("shows more than a line in a pane that scrolls, and Esc closes it", async () => {
    const terminal = at({}, 80, 24);
    await terminal.sees("总览");
    terminal.type(":log --help\r");
    await terminal.sees("用法： taizhang log");
    terminal.type(`${esc}[F`);
    await terminal.sees("例：");
    expect(terminal.screen()).not.toContain("用法：");
    terminal.type(keys.escape);
    await terminal.sees("最近记入");
  });

  test("says a failure as its sentence, refuses what would make another office, and exits with 0", async () => {
    const terminal = at();
    await terminal.sees("总览");
    for (const [line, sentence] of [
      ["log 没有的事 标题", "没有叫“没有的事”的事项"],
      ["log", "缺少参数 <kind>"],
      ["nothing", "没有 nothing 这个命令"],
      ["profile check /nowhere.yaml", "找不到文件"],
      ["log study '没有关上", "引号没有成对"],
      ["daemon", "daemon 不能在界面里运行"],
      ["list --as 王芳", "不能再用 --as"],
    ]) {
      terminal.type(`:${line}\r`);
      await expect.poll(() => notice(terminal)).toContain(sentence);
    }
    terminal.type(":q\r");
    expect(await terminal.exited).toBe(0);
  });
});

describe("finding one's way", () => {
  test("g and a letter go to a screen, with the letters shown meanwhile; both at once as well", async () => {
    const terminal = at();
    await terminal.sees("最近记入");
    terminal.type("g");
    await terminal.sees(/g 之后：.*l 台账/);
    terminal.type("l");
    await terminal.sees("按日期");
    terminal.type("gb");
    await terminal.sees("最近记入");
    terminal.type("gz"); // leads nowhere, and z is nothing either
    await expect.poll(() => notice(terminal)).toBe("");
    expect(terminal.screen()).toContain("最近记入");
  });

  test("a tab is clicked, a row is clicked, the wheel moves, and no byte of it is typed", async () => {
    for (const title of ["甲", "乙", "丙", "丁", "戊"]) await log(title);
    const terminal = at();
    await terminal.sees("最近记入");
    const tabs = terminal.lines()[0] as string;
    terminal.type(click(widthOf(tabs.slice(0, tabs.indexOf("台账"))), 0));
    await terminal.sees(/^› +\d\d-\d\d/m);
    const rows = () => terminal.lines().slice(5, 10);
    terminal.type(click(10, 7));
    await expect.poll(() => rows().findIndex((line) => line.startsWith("›"))).toBe(2);
    terminal.type(`${esc}[<64;10;7M`);
    await expect.poll(() => rows().findIndex((line) => line.startsWith("›"))).toBe(0);
    terminal.type(`2${click(10, 4)}${esc}[<65;10;4Mjzxx`);
    await terminal.sees(/› 事项 +jzxx/);
  });

  test("help has the keys of every screen in two columns, and closes with the key that opened it", async () => {
    const terminal = at({}, 100, 30);
    await terminal.sees("最近记入");
    terminal.type("5?");
    await terminal.sees("交办");
    await terminal.sees(/问题.*\n.*Enter +详情.*\n.*a +交办/);
    await terminal.sees("退出");
    await terminal.sees("Ctrl+S");
    terminal.type("?");
    await terminal.sees("没有");
    expect(terminal.screen()).not.toContain("Ctrl+S");
  });

  test("in 60 by 20 every tab has a short name and nothing is cut in the middle", async () => {
    for (const lang of ["zh", "en"]) {
      const terminal = at({}, 60, 20, lang);
      await terminal.sees(/-H[12]/);
      const tabs = terminal.lines()[0] as string;
      expect(tabs).toMatch(lang === "zh" ? /1 ?总览 +2记录 .*8稿件/ : /1 ?Board +2Log .*8/);
      expect(terminal.lines().every((line) => widthOf(line) <= 60)).toBe(true);
      terminal.type("q");
      await terminal.exited;
    }
  });

  test("the language is switched by a key and by a command", async () => {
    const terminal = at();
    await terminal.sees("最近记入");
    terminal.type("L");
    await terminal.sees("Newest entries");
    terminal.type(":lang zh\r");
    await terminal.sees("最近记入");
  });

  test("first steps are shown in an empty office until somebody does not want them: then never again", async () => {
    const first = at();
    await first.sees("第一次用？");
    first.type("X");
    await expect.poll(() => first.screen()).not.toContain("第一次用？");
    first.type("q");
    await first.exited;
    const second = at();
    await second.sees("还没有记录");
    expect(second.screen()).not.toContain("第一次用？");
  });
});

describe("the terminal is given back as it was", () => {
  /** The program with a fault in it, on a signal. */
  async function faulty(): Promise<Readonly<Record<string, string>>> {
    const file = join(await emptyFolder(), "fault.mjs");
    await writeFile(file, 'process.on("SIGUSR2", () => { throw new Error("boom"); });');
    return { NODE_OPTIONS: `--import ${file}` };
  }
  const opened = { alternate: true, mouse: true, caretHidden: true };
  test.each([
    ["q", (terminal: Terminal) => terminal.type("q"), 0],
    ["Ctrl+C", (terminal: Terminal) => terminal.type("\u0003"), 0],
    ["SIGTERM", (terminal: Terminal) => terminal.kill("SIGTERM"), 0],
    ["SIGHUP", (terminal: Terminal) => terminal.kill("SIGHUP"), 0],
    ["an error that nobody caught", (terminal: Terminal) => terminal.kill("SIGUSR2"), 1],
  ])("after %s", async (_, end, code) => {
    const terminal = at(await faulty());
    await terminal.sees("最近记入");
    await expect.poll(() => terminal.title()).toBe("测试镇 · 总览");
    expect(terminal.modes()).toMatchObject(opened);
    end(terminal);
    expect(await terminal.exited).toBe(code);
    await expect.poll(() => terminal.modes()).toEqual(modesAtRest);
    expect(terminal.title()).not.toContain("总览");
    if (code === 1) await terminal.sees("程序出了意外");
    expect(terminal.screen()).not.toContain("最近记入");
  });

  test.skipIf(process.platform === "win32")(
    // no job control there
    "Ctrl+Z gives it back to the shell, fg draws the screen anew",
    async () => {
      const shell = openTerminal("bash", ["--norc", "--noprofile", "-i"], { PS1: "shell> " });
      await shell.sees("shell>");
      const line = [process.execPath, program, "--office", folder, "--lang", "zh"].join(" ");
      shell.type(`${line}\r`);
      await shell.sees("最近记入");
      shell.type("\u001a");
      await shell.sees(/Stopped/);
      expect(shell.modes()).toMatchObject({ alternate: false, mouse: false, caretHidden: false });
      shell.type("fg\r");
      await shell.sees("最近记入");
      await expect.poll(() => shell.modes()).toMatchObject(opened);
      shell.type("3");
      await shell.sees("没有记录");
      shell.type("q");
      await expect.poll(() => shell.modes()).toMatchObject({ alternate: false, mouse: false });
      shell.type("exit\r");
      await shell.exited;
    },
  );

  test("Ctrl+Z in a window without a shell leaves nobody alone: the screen is there again", async () => {
    const terminal = at();
    await terminal.sees("最近记入");
    terminal.type("\u001a3");
    await terminal.sees("没有记录");
    expect(terminal.modes()).toMatchObject(opened);
  });
});

test("who leaves while something waits is told so, and stays unless it is a yes", async () => {
  const daemon = start(["--office", folder, "daemon", "--port", "0"]);
  await once(createInterface(daemon.stdout as NodeJS.ReadableStream), "line");
  const invite = ["invite", "--name", "李明", "--address", "127.0.0.1", "--no-qr"];
  const { out } = await run(["--office", folder, ...invite]);
  folder = join(await emptyFolder(), "desk");
  const joined = await run(["--office", folder, "join", /TZ1[A-Z0-9-]+/.exec(out)?.[0] ?? ""]);
  expect(joined).toMatchObject({ code: 0, err: "" });
  daemon.kill("SIGTERM");
  await once(daemon, "exit");
  const logged = await run(["--office", folder, "log", "study", "路上记的"]);
  expect(logged).toMatchObject({ code: 0 });
  const terminal = at();
  await terminal.sees("待发 1");
  terminal.type("q");
  await terminal.sees("还有 1 条没有送出");
  terminal.type(keys.enter);
  await expect.poll(() => notice(terminal)).toBe("");
  terminal.type("q");
  await terminal.sees("还有 1 条没有送出");
  terminal.type("y");
  expect(await terminal.exited).toBe(0);
});
