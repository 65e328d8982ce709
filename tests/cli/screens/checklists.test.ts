import { afterEach, beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { keepIdentity } from "../../../cli/workstation/identity.ts";
import { isActive } from "../../../shared/ledger/positions.ts";
import { statusOf } from "../../../shared/ledger/problems.ts";
import { isVoided } from "../../../shared/ledger/trail.ts";
import { addDays, instantOf, type LocalDate, localDateIn } from "../../../shared/words/dates.ts";
import type { PositionId } from "../../../shared/words/ids.ts";
import { type Lan, openLan } from "../../support/lan.ts";
import { addMember, writerOf } from "../../support/office.ts";
import { program } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let lan: Lan;
const today = localDateIn("Asia/Shanghai", new Date());

beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the program's own clock
  const admin = writerOf(lan.daemon.office, lan.admin);
  const opened = (name: string, category: string, more: object = {}) =>
    admin.write((_, id) => ({
      type: "position-opened",
      position: { id, name, category, quantity: 1, opened: "2021-01-01", ...more },
    }));
  await lan.daemon.office.intake.accept(lan.admin.id, [
    opened("东村宣传栏", "board", { unit: "east", place: "村口" }),
    opened("西村宣传栏", "board", { unit: "west" }),
    opened("机关工作群", "group"),
  ]);
});
afterEach(() => lan.close());

const ledger = () => lan.daemon.office.intake.ledger();
const named = (name: string) => {
  const found = ledger().positions.find((position) => position.name === name);
  if (!found) throw new Error(`no position ${name}`);
  return found;
};
const inspections = () =>
  [...ledger().entries.byId.values()].filter((entry) => entry.inspection && !isVoided(entry));
const problems = () =>
  ledger()
    .problems.valueSeq()
    .filter((one) => !isVoided(one))
    .toArray();

async function openPositions(
  size = { columns: 100, rows: 30 },
  more: readonly string[] = [],
  lang = "zh",
): Promise<Terminal> {
  const args = [program, "--office", lan.folder, "--lang", lang, ...more];
  const terminal = openTerminal(process.execPath, args, {}, size);
  await terminal.sees(lang === "zh" ? "总览" : "Board");
  terminal.type("4");
  await terminal.sees(lang === "zh" ? "按类别" : "by category");
  return terminal;
}

test("a failed item asks for its problem there and then, and one group keeps the inspection, the problem and who rectifies it; u takes all of it back", async () => {
  await addMember(lan.daemon.office, lan.admin, "李敏", "leader");
  const terminal = await openPositions();
  await terminal.sees(/› +○ 东村宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees(/› ○ 整洁/);
  terminal.type("y");
  await terminal.sees(/› ○ 内容有效/);
  terminal.type("n");
  await terminal.sees("东村宣传栏：“内容有效”一项不合格");
  terminal.type("\u0015"); // Ctrl+U: its title is put differently
  const bytes = Buffer.from("两张公示过期");
  for (let at = 0; at < bytes.length; at += 4) terminal.typeBytes(bytes.subarray(at, at + 4));
  await terminal.sees("两张公示过期");
  terminal.type(keys.tab);
  await terminal.sees(/› 备注/);
  terminal.type(`玻璃右侧${keys.tab}`);
  await terminal.sees(/› 负责人员/);
  terminal.type("lm");
  await terminal.sees(/ {3,}李敏/);
  terminal.type(keys.enter);
  await terminal.sees(/› 期限/);
  terminal.type(keys.save);
  await terminal.sees("1 项合格，1 项不合格");
  await terminal.sees(`交办 李敏，${addDays(today, 15)} 前`);
  terminal.type(keys.escape); // back among the items: the first was seen wrongly
  await terminal.sees("✗ 内容有效  两张公示过期");
  terminal.type(keys.up + keys.up);
  await terminal.sees(/› ✓ 整洁/);
  terminal.type("y");
  await terminal.sees("检查汇总");
  expect(inspections()).toEqual([]);
  terminal.type(keys.enter);
  await terminal.sees("1 项合格，1 项不合格");
  await expect.poll(problems).toHaveLength(1);
  const [problem] = problems();
  const [entry] = inspections();
  expect(problem).toMatchObject({
    title: "两张公示过期",
    note: "玻璃右侧",
    position: named("东村宣传栏").id,
    inspection: entry?.id,
    unit: "east",
    steps: [{ type: "problem-assigned", on: today, deadline: addDays(today, 15) }],
  });
  expect(entry?.inspection?.items.map(({ passed }) => passed)).toEqual([true, false]);
  await terminal.sees(/✓ 东村宣传栏/);
  terminal.type("u");
  await terminal.sees("已撤销");
  await expect.poll(inspections).toEqual([]);
  expect(problems()).toEqual([]);
});

test("several positions are inspected as one group, where nothing was found with two keys; leaving asks", async () => {
  const terminal = await openPositions({ columns: 80, rows: 24 });
  terminal.type("  "); // marks two, one below the other, and stands on the next group
  await terminal.sees("已选 2 处");
  await terminal.sees(/› - 工作群/);
  terminal.type(" ");
  await terminal.sees("已选 3 处");
  terminal.type(" ");
  await terminal.sees("已选 2 处");
  terminal.type(keys.enter);
  await terminal.sees("1/2  东村宣传栏");
  terminal.type("y");
  await terminal.sees(/✓ 整洁/);
  terminal.type(keys.escape);
  await terminal.sees("放弃这次检查？");
  terminal.type("n");
  await expect.poll(terminal.screen).not.toContain("放弃这次检查？");
  terminal.type(keys.save);
  await terminal.sees("还有 3 项没有结果");
  terminal.type(keys.escape);
  await terminal.sees("放弃这次检查？");
  terminal.type("y");
  await terminal.sees("已选 2 处");
  terminal.type("a");
  await terminal.sees("检查汇总（2 处）");
  terminal.type(keys.enter);
  await terminal.sees("已记入 2 处的检查，未发现问题");
  const kept = inspections();
  expect(kept.map(({ inspection }) => inspection?.position).sort()).toEqual(
    [named("东村宣传栏").id, named("西村宣传栏").id].sort(),
  );
  expect(problems()).toEqual([]);
  terminal.type("u");
  await terminal.sees("已撤销");
  await expect.poll(inspections).toEqual([]);
});

test("a walk that a closed window ended goes on where it was, and given up it begins anew", async () => {
  const terminal = await openPositions();
  await terminal.sees(/› +○ 东村宣传栏/);
  terminal.type("  ");
  await terminal.sees("已选 2 处");
  terminal.type(keys.enter);
  await terminal.sees("1/2  东村宣传栏");
  terminal.type("n");
  await terminal.sees("东村宣传栏：“整洁”一项不合格");
  terminal.type(`\u0015玻璃破了${keys.save}`);
  await terminal.sees("✗ 整洁  玻璃破了");
  terminal.hangUp();
  await terminal.exited;

  const again = await openPositions();
  await again.sees(/› +○ 东村宣传栏/);
  again.type(keys.enter);
  await again.sees(`接着上次没做完的：已有 1 项结果（${today}）`);
  await again.sees("✗ 整洁  玻璃破了");
  await again.sees(/› ○ 内容有效/);
  again.type(keys.escape);
  await again.sees("放弃这次检查？");
  again.type("y");
  await again.sees("按类别");
  again.type(keys.enter);
  await again.sees("○ 整洁");
  expect(again.screen()).not.toContain("玻璃破了");
  await again.close();
  expect(inspections()).toEqual([]);
});

test("an inspection that was left is handed in with what was answered before, and is then none any more", async () => {
  const terminal = await openPositions();
  await terminal.sees(/› +○ 东村宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees(/› ○ 整洁/);
  terminal.type("y");
  await terminal.sees(/› ○ 内容有效/);
  terminal.hangUp();
  await terminal.exited;

  const again = await openPositions();
  await again.sees(/› +○ 东村宣传栏/);
  again.type(keys.enter);
  await again.sees(/› ○ 内容有效/);
  again.type("y");
  await again.sees("检查汇总");
  again.type(keys.enter);
  await again.sees("已记入");
  await expect.poll(inspections).toHaveLength(1);
  expect(inspections()[0]?.inspection?.items.map(({ passed }) => passed)).toEqual([true, true]);
  again.type(keys.enter);
  await again.sees(/› ○ 整洁/);
  expect(again.screen()).not.toContain("接着上次");
});

test("positions are found by pinyin, stand under their units, and their groups fold", async () => {
  const terminal = await openPositions({ columns: 60, rows: 20 });
  terminal.type("/xcxcl");
  await expect.poll(terminal.screen).not.toContain("东村宣传栏");
  await terminal.sees("西村宣传栏");
  terminal.type(keys.enter);
  await terminal.sees("筛选：xcxcl");
  terminal.type(keys.escape);
  await terminal.sees("东村宣传栏");
  terminal.type("b");
  await terminal.sees("按单位");
  const heads = () => terminal.lines().filter((line) => /^[› ] [-+] /.test(line));
  expect(heads().map((line) => line.slice(4).split(" ")[0])).toEqual(["本级", "东村", "西村"]);
  terminal.type("z");
  await expect.poll(terminal.screen).not.toContain("宣传栏");
  expect(heads()).toHaveLength(3);
  await terminal.sees(/› \+ 东村/);
  terminal.type(keys.enter);
  await terminal.sees("东村宣传栏");
  expect(terminal.screen()).not.toContain("西村宣传栏");
  terminal.type("d");
  await terminal.sees("请先选一处阵地");
  terminal.type(`${keys.down}d`);
  await terminal.sees(/地点 +村口/);
  terminal.type("\u001b[6~"); // PgDn
  await terminal.sees("未销号的问题");
  expect(terminal.lines().every((line) => widthOf(line) <= 60)).toBe(true);
});

test("a position is registered, amended, retired on a day and taken into use again", async () => {
  const terminal = await openPositions({ columns: 120, rows: 40 });
  terminal.type("n");
  await terminal.sees("登记一处阵地");
  terminal.type(keys.save);
  await terminal.sees("请写名称。");
  terminal.type(`新群${keys.save}`); // its category and unit stand there as they are with the chosen one
  await terminal.sees("已登记 新群");
  await terminal.sees(/› .*新群/);
  expect(named("新群")).toMatchObject({ category: "board", unit: "east", opened: today });
  terminal.type("e");
  await terminal.sees("更正：新群");
  terminal.type(`${keys.tab}（二）${keys.save}`);
  await terminal.sees("已更正 新群");
  await expect.poll(() => ledger().positions.some(({ name }) => name === "新群（二）")).toBe(true);
  const { id } = named("新群（二）");
  const inUse = (day: LocalDate) =>
    isActive(ledger().positions.get(id as PositionId) as never, day);
  terminal.type("x");
  await terminal.sees("停用：新群（二）");
  terminal.type(`${keys.tab}并入机关群${keys.save}`);
  await terminal.sees("已停用 新群（二）");
  await expect.poll(() => inUse(addDays(today, 1))).toBe(false);
  terminal.type("u");
  await terminal.sees("已撤销：停用阵地");
  await expect.poll(() => inUse(addDays(today, 1))).toBe(true);
  terminal.type("x");
  await terminal.sees("停用：新群（二）");
  terminal.type(`\u0015${addDays(today, -1)}${keys.save}`);
  await terminal.sees("与启用、停用的先后不符");
  terminal.type(`\u0015${today}${keys.save}`);
  await terminal.sees("已停用 新群（二）");
  await terminal.sees(/› .*新群（二）.*停用/);
  terminal.type("o");
  await terminal.sees("重新启用：新群（二）");
  terminal.type(keys.save);
  await terminal.sees("已重新启用 新群（二）");
  await expect.poll(() => inUse(addDays(today, 1))).toBe(true);
  terminal.type("u"); // within its last days: as if it had never been retired
  await terminal.sees("已撤销：重新启用阵地");
  await expect.poll(() => inUse(addDays(today, 1))).toBe(false);
  expect(inUse(today)).toBe(true);
});

test("a position that was not in use for a while is taken into use again after a question, because no undo tells that gap", async () => {
  const admin = writerOf(lan.daemon.office, lan.admin);
  const position = named("东村宣传栏").id;
  const retired = admin.write(() => ({ type: "position-retired", position, on: "2022-06-30" }));
  await lan.daemon.office.intake.accept(lan.admin.id, [retired]);
  const terminal = await openPositions();
  await terminal.sees("西村宣传栏");
  expect(terminal.screen()).not.toContain("东村宣传栏");
  terminal.type("v");
  await terminal.sees(/· 东村宣传栏 .*2022-06-30 停用/);
  terminal.type(`/dcx${keys.enter}`);
  await terminal.sees(/› .*东村宣传栏/);
  terminal.type("o");
  await terminal.sees("重新启用：东村宣传栏");
  terminal.type(keys.save);
  await terminal.sees(`从 ${today} 起重新启用 东村宣传栏？`);
  terminal.type("n");
  await expect.poll(terminal.screen).not.toContain("东村宣传栏？");
  expect(named("东村宣传栏").spans).toHaveLength(1);
  terminal.type(keys.save);
  await terminal.sees("东村宣传栏？");
  terminal.type("y");
  await terminal.sees("已重新启用 东村宣传栏");
  await expect.poll(() => named("东村宣传栏").spans.at(-1)).toEqual({ from: today });
  terminal.type(`${keys.escape}`);
  await terminal.sees("机关工作群");
  terminal.type("u");
  await terminal.sees("不能撤销");
});

test("staff inspect, and are offered nothing that is the leader's; the problem is raised without an owner", async () => {
  const staff = await addMember(lan.daemon.office, lan.admin, "赵雪", "staff");
  await keepIdentity(lan.folder, staff);
  const terminal = await openPositions({ columns: 100, rows: 30 }, ["--as", "赵雪"], "en");
  const hints = () => terminal.lines().at(-3) ?? "";
  await expect.poll(hints).toContain("Enter inspect");
  expect(hints()).not.toMatch(/amend|retire|new/);
  terminal.type("x");
  await terminal.sees("leader");
  terminal.type(`${keys.enter}`);
  await terminal.sees(/› ○ 整洁/);
  terminal.type("n");
  await terminal.sees("Failed: 整洁");
  expect(terminal.screen()).not.toContain("owner");
  terminal.type(keys.enter);
  await terminal.sees("✗ 整洁");
  terminal.type("a");
  await terminal.sees("1 passed, 1 failed");
  terminal.type(keys.save);
  await expect.poll(() => problems().map(statusOf)).toEqual(["found"]);
});
