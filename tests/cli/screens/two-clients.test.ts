/** Two people at two workstations, each with the screens open, at the same record. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { newestWithin } from "../../../shared/tally/newest.ts";
import { instantOf, localDateIn } from "../../../shared/words/dates.ts";
import { halfYearOf } from "../../../shared/words/period.ts";
import { type Lan, openLan } from "../../support/lan.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let lan: Lan;
const thisHalfYear = halfYearOf(localDateIn("Asia/Shanghai", new Date()));
beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the programs' own clock
});
afterEach(() => lan.close());

async function openLedger(folder: string): Promise<Terminal> {
  const args = [program, "--office", folder, "--lang", "zh"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 120, rows: 40 });
  await terminal.sees("已连接");
  terminal.type("3");
  await terminal.sees("第 1 / 1 条");
  return terminal;
}

/** Opens the form on the only record, with the caret at the end of its title. */
async function beginAmending(terminal: Terminal): Promise<void> {
  terminal.type("e");
  await terminal.sees("更正：");
  terminal.type(keys.tab + keys.tab);
  await terminal.sees(/› 标题/);
}

test("both amend the title that both had before their eyes: each sees both values, one key settles it", async () => {
  const [wang, li] = [
    await lan.join(await lan.invite("王芳", "leader")),
    await lan.join(await lan.invite("李敏")),
  ];
  await run(["--office", li.folder, "log", "meeting", "学习研讨"]);
  await run(["--office", li.folder, "sync"]);
  const title = () => newestWithin(lan.daemon.office.intake.ledger(), thisHalfYear)[0]?.title;
  expect(title()).toBe("学习研讨");
  const [left, right] = await Promise.all([openLedger(wang.folder), openLedger(li.folder)]);
  await beginAmending(left);
  await beginAmending(right);
  left.type(`（一）${keys.save}`);
  await left.sees("已更正");
  await expect.poll(title).toBe("学习研讨（一）");
  right.type(`（甲）${keys.save}`);
  await Promise.all([left.sees("分歧 1"), right.sees("分歧 1")]);

  left.type("7");
  await left.sees("分歧 1");
  await left.sees(/› .*现在：学习研讨（一）.*另一个：学习研讨（甲）（李敏）/);
  left.type("t");
  await left.sees("没有等待处理的事。");
  expect(title()).toBe("学习研讨（甲）");
  await right.sees(/^(?!.*分歧).*$/s);
  await right.sees("学习研讨（甲）");
});

test("what comes for a closed period is said to wait for the leader, at a workstation too", async () => {
  const [wang, li] = [
    await lan.join(await lan.invite("王芳", "leader")),
    await lan.join(await lan.invite("李敏")),
  ];
  await run(["--office", li.folder, "log", "meeting", "先记的"]);
  await run(["--office", li.folder, "sync"]);
  await run(["--office", wang.folder, "period", "settle", thisHalfYear.id]);
  const terminal = await openLedger(li.folder);
  terminal.type("2");
  await terminal.sees(/› 事项/);
  terminal.type("meeting 后来的");
  await terminal.sees("→");
  terminal.type(keys.save);
  await terminal.sees("先放在补录");
  await terminal.sees("补录 1");
});

test("a script learns from the exit code that the office machine is away, and what is late is said", async () => {
  const li = await lan.join(await lan.invite("李敏", "leader"));
  await run(["--office", li.folder, "log", "meeting", "先记的"]);
  await run(["--office", li.folder, "period", "settle", thisHalfYear.id]);
  expect((await run(["--office", li.folder, "sync"])).code).toBe(0);
  await lan.close();
  const logged = await run(["--office", li.folder, "log", "meeting", "断网时的", "--lang", "zh"]);
  expect(logged.code).toBe(0);
  expect(logged.err).toContain("先放在补录");
  expect(logged.err).toContain("已存到本机");
  expect((await run(["--office", li.folder, "sync"])).code).toBe(4);
}, 60_000);

test("what the leader returned is read by its author and put away; undo says what became of it", async () => {
  const wang = await lan.join(await lan.invite("王芳", "leader"));
  const li = await lan.join(await lan.invite("李敏"));
  const at = (who: { folder: string }, ...args: string[]) =>
    run(["--office", who.folder, "--lang", "zh", ...args]);
  await at(li, "log", "meeting", "先记的");
  await at(wang, "period", "settle", thisHalfYear.id);
  const { id } = JSON.parse((await at(li, "log", "meeting", "后来的", "--json")).out);
  await at(wang, "late", "return", id, "--reason", "已有记录");
  await at(li, "sync");
  expect((await at(li, "tray", "list")).out).toContain("已有记录");
  expect((await at(li, "undo")).err).toContain("已经退回");
  const terminal = await openLedger(li.folder);
  terminal.type("7");
  await terminal.sees("补录被退回 1");
  await terminal.sees("d 不再列出");
  terminal.type("d");
  await terminal.sees(`不再列出 ${id}？`);
  terminal.type("y");
  await terminal.sees("没有等待处理的事。");
  expect((await at(li, "tray", "list")).out).not.toContain("已有记录");
});

test("who decides about what came late sees what it is about and what it would change", async () => {
  const wang = await lan.join(await lan.invite("王芳", "leader"));
  const at = (who: { folder: string }, ...args: string[]) =>
    run(["--office", who.folder, "--lang", "zh", ...args]);
  const logged = await at(wang, "log", "meeting", "工作例会", "--attendance", "42", "--json");
  const { id, on } = JSON.parse(logged.out);
  await at(wang, "period", "settle", thisHalfYear.id);
  await at(wang, "amend", id, "--attendance", "44");
  await at(wang, "void", id, "--reason", "记重了");
  const { out } = await at(wang, "tray", "list");
  expect(out).toMatch(new RegExp(`更正 +${on} 工作例会 +人次：42 → 44`));
  expect(out).toMatch(new RegExp(`作废 +${on} 工作例会 +作废：记重了`));
  const terminal = openTerminal(
    process.execPath,
    [program, "--office", wang.folder, "--lang", "zh"],
    {},
    { columns: 120, rows: 40 },
  );
  await terminal.sees("已连接");
  terminal.type("7");
  await terminal.sees("补录 2");
  await terminal.sees(new RegExp(`› .*更正 +${on} 工作例会`));
  await terminal.sees("人次：42 → 44");
});

test("a workstation that was let go is told so with what it keeps, and that it is no office machine", async () => {
  const [wang, li] = [
    await lan.join(await lan.invite("王芳", "admin")),
    await lan.join(await lan.invite("李敏")),
  ];
  const at = (who: { folder: string }, ...args: string[]) =>
    run(["--office", who.folder, "--lang", "zh", ...args]);
  await at(li, "sync");
  await at(wang, "sync");
  expect((await at(wang, "device", "revoke", li.identity.id)).code).toBe(0);
  const logged = await at(li, "log", "meeting", "停用以后");
  expect(logged.code).toBe(0);
  expect(logged.err).toContain("不再接受这台终端");
  expect(logged.err).not.toContain("自动送出");
  const daemon = await at(li, "daemon", "--json");
  expect(daemon.code).toBe(2);
  expect(JSON.parse(daemon.err).error.code).toBe("error.is-joined");
});
