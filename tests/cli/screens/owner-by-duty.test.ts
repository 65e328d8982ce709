/** Who answers for a place by duty is the owner that a form begins with, where a problem is raised. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Identity, keepIdentity } from "../../../cli/workstation/identity.ts";
import { findAssignment, type Problem } from "../../../shared/ledger/problems.ts";
import { addDays, instantOf, localDateIn } from "../../../shared/words/dates.ts";
import { type Lan, openLan } from "../../support/lan.ts";
import { addMember, writerOf } from "../../support/office.ts";
import { program } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let lan: Lan;
let leader: Identity;
let staff: Identity;
const today = localDateIn("Asia/Shanghai", new Date());
const shiftTab = "\u001b[Z";

beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the program's own clock
  leader = await addMember(lan.daemon.office, lan.admin, "李敏", "leader");
  staff = await addMember(lan.daemon.office, lan.admin, "赵雪", "staff");
  for (const identity of [leader, staff]) await keepIdentity(lan.folder, identity);
  const admin = writerOf(lan.daemon.office, lan.admin);
  const opened = admin.write((_, id) => {
    const more = { category: "board", quantity: 1, opened: "2021-01-01", unit: "east" };
    return { type: "position-opened", position: { id, name: "东村宣传栏", ...more } };
  });
  const duty = (member: string, more: object) =>
    admin.write((_, id) => ({
      type: "duty-assigned",
      duty: { id, member, from: "2021-01-01", ...more },
    }));
  await lan.daemon.office.intake.accept(lan.admin.id, [
    opened,
    duty(leader.member, { standing: "direct" }),
    duty(staff.member, { standing: "area", kinds: ["check"], units: ["east"] }),
    duty(lan.admin.member, { standing: "area", units: ["east"] }),
  ]);
});
afterEach(() => lan.close());

async function open(screen: string, seen: RegExp): Promise<Terminal> {
  const args = [program, "--office", lan.folder, "--lang", "zh", "--as", "李敏"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 100, rows: 30 });
  await terminal.sees("总览");
  terminal.type(screen);
  await terminal.sees(seen);
  return terminal;
}
const raised = (title: string): Problem | undefined =>
  lan.daemon.office.intake.ledger().problems.find((problem) => problem.title === title);
const assigned = (title: string) => {
  const problem = raised(title);
  return problem && findAssignment(problem);
};
const nameOfAdmin = () =>
  lan.daemon.office.intake.ledger().members.get(lan.admin.member)?.name ?? "";

test("a new problem is offered to whoever answers for its place, place by place", async () => {
  const terminal = await open("5", /未销号 0/);
  terminal.type("n");
  await terminal.sees("提出一个问题");
  await terminal.sees(/负责人员 +李敏 +按责任分工/);
  terminal.type(`音箱不响${keys.tab}dcxcl`);
  await terminal.sees(/ {3,}东村宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees(new RegExp(`负责人员 +${nameOfAdmin()} +按责任分工`));
  terminal.type(keys.save);
  await terminal.sees(/音箱不响 +整改中/);
  expect(assigned("音箱不响")).toMatchObject({
    owner: lan.admin.member,
    deadline: addDays(today, 15),
  });
});

test("whom somebody chose stays, wherever the problem is then said to be; and nobody stays nobody", async () => {
  const terminal = await open("5", /未销号 0/);
  terminal.type("n");
  await terminal.sees(/负责人员 +李敏 +按责任分工/);
  terminal.type(`墙皮脱落${keys.tab.repeat(5)}`);
  await terminal.sees(/› 负责人员 +\[李敏\]/);
  terminal.type("zx");
  await terminal.sees(/ {3,}赵雪/);
  terminal.type(keys.enter);
  await terminal.sees(/› 期限/);
  terminal.type(shiftTab.repeat(5));
  await terminal.sees(/› 阵地/);
  terminal.type("dcxcl");
  await terminal.sees(/ {3,}东村宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees(/ {2}阵地 +东村宣传栏/);
  expect(terminal.screen()).toMatch(/负责人员 +赵雪\s/);
  expect(terminal.screen()).not.toContain("按责任分工");
  terminal.type(keys.save);
  await terminal.sees(/墙皮脱落 +整改中/);
  expect(assigned("墙皮脱落")?.owner).toBe(staff.member);

  terminal.type("n");
  await terminal.sees(/负责人员 +李敏 +按责任分工/);
  terminal.type(`门锁松动${keys.tab.repeat(5)}`);
  await terminal.sees(/› 负责人员 +\[李敏\]/);
  terminal.type(keys.backspace);
  await terminal.sees(/› 负责人员 +可不填/);
  terminal.type(keys.save);
  await terminal.sees(/门锁松动 +已发现/);
  expect(raised("门锁松动")?.steps).toEqual([]);
});

test("a failed item's problem begins with whoever answers for such inspections there", async () => {
  const terminal = await open("4", /› +○ 东村宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees(/› ○ 整洁/);
  terminal.type("n");
  await terminal.sees(/负责人员 +赵雪 +按责任分工/);
  terminal.type(keys.save);
  await terminal.sees(/› ○ 内容有效/);
  terminal.type("y");
  await terminal.sees(/交办 赵雪/);
});
