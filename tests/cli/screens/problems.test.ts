import { afterEach, beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { type Identity, keepIdentity } from "../../../cli/workstation/identity.ts";
import { findAssignment, statusOf } from "../../../shared/ledger/problems.ts";
import { addDays, instantOf, localDateIn } from "../../../shared/words/dates.ts";
import { type Lan, openLan } from "../../support/lan.ts";
import { addMember, type Writer, writerOf } from "../../support/office.ts";
import { program } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let lan: Lan;
let leader: Identity;
let staff: Identity;
const today = localDateIn("Asia/Shanghai", new Date());

beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the program's own clock
  leader = await addMember(lan.daemon.office, lan.admin, "李敏", "leader");
  staff = await addMember(lan.daemon.office, lan.admin, "赵雪", "staff");
  for (const identity of [leader, staff]) await keepIdentity(lan.folder, identity);
});
afterEach(() => lan.close());

const ledger = () => lan.daemon.office.intake.ledger();
const titled = (title: string) => {
  const found = ledger().problems.find((problem) => problem.title === title);
  if (!found) throw new Error(`no problem ${title}`);
  return found;
};
const raise = (writer: Writer, title: string, more: object = {}) =>
  writer.write((_, id) => ({
    type: "problem-raised",
    problem: { id, title, on: "2022-03-01", level: "ordinary", ...more },
  }));

async function openProblems(
  as: string | undefined,
  size = { columns: 100, rows: 30 },
  lang = "zh",
): Promise<Terminal> {
  const who = as === undefined ? [] : ["--as", as];
  const args = [program, "--office", lan.folder, "--lang", lang, ...who];
  const terminal = openTerminal(process.execPath, args, {}, size);
  await terminal.sees(lang === "zh" ? "总览" : "Board");
  terminal.type("5");
  await terminal.sees(lang === "zh" ? /未销号 \d.*已发现 \d/ : /open \d.*found \d/);
  return terminal;
}
const hintsOf = (terminal: Terminal) => terminal.lines().at(-3) ?? "";

test("a problem is assigned, rectified by one and closed by another, each step with what it must carry; a step is withdrawn after a question", async () => {
  await lan.daemon.office.intake.accept(staff.id, [
    raise(writerOf(lan.daemon.office, staff), "展板褪色"),
  ]);
  const hers = await openProblems("赵雪", { columns: 80, rows: 24 });
  await hers.sees(/展板褪色 +已发现/);
  await expect.poll(() => hintsOf(hers)).toContain("n 提出");
  expect(hintsOf(hers)).not.toContain("交办");
  hers.type("a");
  await hers.sees("要由负责人来做");
  const theirs = await openProblems("李敏", { columns: 120, rows: 40 });
  await expect.poll(() => hintsOf(theirs)).toContain("a 交办");
  theirs.type("a");
  await theirs.sees("交办：展板褪色");
  theirs.type(keys.save);
  await theirs.sees("请选负责人员。");
  theirs.type("zx");
  await theirs.sees(/ {3,}赵雪/);
  theirs.type(keys.enter);
  await theirs.sees(/› 期限 +\d{4}-/);
  theirs.type(`\u0015${addDays(today, 3)}${keys.save}`);
  await theirs.sees("已交办：展板褪色");

  await hers.sees(/整改中 +赵雪/);
  await expect.poll(() => hintsOf(hers)).toContain("r 整改");
  hers.type("r");
  await hers.sees("整改：展板褪色");
  hers.type(keys.save);
  await hers.sees("请写采取了什么措施。");
  hers.type(`重新喷绘${keys.save}`);
  await hers.sees("已整改：展板褪色");
  await expect.poll(() => hintsOf(hers)).toContain("w 撤回一步");
  expect(hintsOf(hers)).not.toContain("销号  ");

  await theirs.sees(/展板褪色 +已整改/);
  await theirs.sees("措施：重新喷绘");
  theirs.type("c");
  await theirs.sees("销号：展板褪色");
  theirs.type(keys.save);
  await theirs.sees("没有未销号的问题");
  theirs.type("v");
  await theirs.sees(/展板褪色 +已销号/);
  theirs.type("o");
  await theirs.sees("重新打开：展板褪色");
  theirs.type(keys.save);
  await theirs.sees("请写原因。");
  theirs.type(`又褪了${keys.save}`);
  await expect.poll(() => statusOf(titled("展板褪色"))).toBe("being-rectified");
  await theirs.sees("原因：又褪了");
  theirs.type("w");
  await theirs.sees("撤回“重新打开问题”这一步（展板褪色）？");
  theirs.type("n");
  await expect.poll(theirs.screen).not.toContain("这一步（");
  theirs.type("w");
  await theirs.sees("这一步（");
  theirs.type("y");
  await expect.poll(() => statusOf(titled("展板褪色"))).toBe("closed");
  hers.type("v");
  await hers.sees(/展板褪色 +已销号/);
  hers.type("w"); // the leader's step is not hers to take back
  await hers.sees(/.+ 是别人记的，请本人或负责人来改/);
});

test("who rectified a problem is not asked to close it", async () => {
  const writer = writerOf(lan.daemon.office, leader);
  const raised = raise(writer, "玻璃裂纹");
  const problem = `${leader.id}-${raised.id.n}`;
  const member = leader.member;
  const step = (type: string, more: object) =>
    writer.write(() => ({ type, problem, on: "2022-03-02", ...more }));
  await lan.daemon.office.intake.accept(leader.id, [
    raised,
    step("problem-assigned", { owner: member, deadline: "2022-04-01" }),
    step("problem-rectified", { measure: "换玻璃" }),
  ]);
  const terminal = await openProblems("李敏", { columns: 60, rows: 20 }, "en");
  await terminal.sees("rectified");
  await expect.poll(() => hintsOf(terminal)).toMatch(/o reopen +w withdraw/);
  expect(hintsOf(terminal)).not.toContain("c close");
  terminal.type("c");
  await terminal.sees("another");
  terminal.type(keys.enter);
  await terminal.sees("Steps");
  expect(terminal.lines().every((line) => widthOf(line) <= 60)).toBe(true);
});

test("by deadline or in columns by status, found by pinyin; one is raised, amended with its deadline, and leads to its inspection", async () => {
  const admin = writerOf(lan.daemon.office, lan.admin);
  let position = "";
  const opened = admin.write((_, id) => {
    position = id;
    const more = { category: "board", quantity: 1, opened: "2021-01-01", unit: "east" };
    return { type: "position-opened", position: { id, name: "东村宣传栏", ...more } };
  });
  let inspection = "";
  const inspected = admin.write((_, id) => {
    inspection = id;
    const items = [{ item: "clean", text: "整洁", passed: false }];
    const more = { quantity: 1, units: ["east"], marks: [], inspection: { position, items } };
    return {
      type: "entry-logged",
      entry: { id, kind: "check", on: "2022-03-01", title: "检查东村宣传栏", ...more },
    };
  });
  const found = raise(admin, "栏体积灰", { inspection, position, item: "clean" });
  const assigned = admin.write(() => ({
    type: "problem-assigned",
    problem: `${lan.admin.id}-${found.id.n}`,
    on: "2022-03-02",
    owner: staff.member,
    deadline: addDays(today, -12),
  }));
  await lan.daemon.office.intake.accept(lan.admin.id, [opened, inspected, found, assigned]);

  const terminal = await openProblems(undefined);
  await terminal.sees(/逾期 12 天 +栏体积灰 +整改中 +赵雪/);
  await expect.poll(() => hintsOf(terminal)).toMatch(/w 撤回一步 +i 看检查/);
  terminal.type("n");
  await terminal.sees("提出一个问题");
  terminal.type(`音箱不响${keys.tab}dcxcl`);
  await terminal.sees(/ {3,}东村宣传栏/);
  terminal.type(keys.enter + keys.save);
  await terminal.sees("音箱不响");
  await terminal.sees(/› .*音箱不响 +已发现/);
  expect(titled("音箱不响")).toMatchObject({ position, unit: "east", on: today, steps: [] });
  terminal.type("b");
  await terminal.sees(/已发现 1 .*整改中 1 .*已整改 0 .*已销号 0/);
  terminal.type("\u001b[C"); // →
  await terminal.sees(/› 栏体积灰/);
  await terminal.sees("逾 12 天");
  terminal.type("e");
  await terminal.sees("更正：栏体积灰");
  terminal.type(`（东侧）${keys.tab.repeat(5)}`);
  await terminal.sees(/› 期限/);
  terminal.type(`\u0015${addDays(today, 9)}${keys.save}`);
  await terminal.sees("已更正：栏体积灰（东侧）");
  await expect
    .poll(() => findAssignment(titled("栏体积灰（东侧）"))?.deadline)
    .toBe(addDays(today, 9));
  terminal.type("u");
  await terminal.sees("已撤销");
  await expect.poll(() => findAssignment(titled("栏体积灰"))?.deadline).toBe(addDays(today, -12));
  terminal.type("b");
  await terminal.sees(/栏体积灰 +整改中/);
  terminal.type("/yxbx");
  await expect.poll(terminal.screen).not.toContain("栏体积灰");
  await terminal.sees("音箱不响");
  terminal.type(keys.escape);
  await terminal.sees(/› .*栏体积灰/); // what was chosen before is chosen again
  terminal.type("i");
  await terminal.sees("检查东村宣传栏");
  terminal.type(keys.escape);
  await terminal.sees(/未销号 2/);
});
