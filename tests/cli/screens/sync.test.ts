import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepIdentity } from "../../../cli/workstation/identity.ts";
import { openWorkstation } from "../../../cli/workstation/workstation.ts";
import { readInvitation } from "../../../shared/invitation.ts";
import { hashOperation } from "../../../shared/ledger/chain.ts";
import { findEntry } from "../../../shared/ledger/entry-table.ts";
import type { Envelope } from "../../../shared/ledger/operation.ts";
import { vouch } from "../../../shared/ledger/vouching.ts";
import { instantOf, localDateIn } from "../../../shared/words/dates.ts";
import { type EntryId, nameOf, type OperationId } from "../../../shared/words/ids.ts";
import { type Lan, openLan, openStation } from "../../support/lan.ts";
import { addMember, type Writer, writerOf } from "../../support/office.ts";
import { smallProfile } from "../../support/profile.ts";
import { program } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

const today = localDateIn("Asia/Shanghai", new Date());
let lan: Lan;
beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the program's own clock
});
afterEach(() => lan.close());

async function openSync(folder: string, as?: string): Promise<Terminal> {
  const who = as === undefined ? [] : ["--as", as];
  const args = [program, "--office", folder, "--lang", "zh", ...who];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 100, rows: 40 });
  await terminal.sees("总览");
  terminal.type("7");
  await terminal.sees("台账文件夹");
  return terminal;
}
const ledger = () => lan.daemon.office.intake.ledger();

/** Records what this writer wrote, signed as its program would sign it. */
async function record(writer: Writer, of: typeof lan.admin, ...all: Envelope[]) {
  const last = all.at(-1);
  if (!last) return;
  const signature = vouch(of.privateKey, last.id, hashOperation(last));
  const answers = await lan.daemon.office.intake.accept(writer.workstation, all, signature);
  expect(answers.map(({ outcome }) => outcome)).toEqual(all.map(() => "recorded"));
}

test("two values of one field stand side by side, and one key settles it", async () => {
  const leader = await addMember(lan.daemon.office, lan.admin, "李敏", "leader");
  const admin = writerOf(lan.daemon.office, lan.admin);
  const other = writerOf(lan.daemon.office, leader);
  const logged = admin.meeting("原来的");
  await record(admin, lan.admin, logged);
  const entry = nameOf(logged.id) as EntryId;
  admin.saw = other.saw = ledger().seq;
  const retitled = (title: string) => () => ({
    type: "entry-amended",
    entry,
    changes: { title },
  });
  await record(admin, lan.admin, admin.write(retitled("甲的写法")));
  await record(other, leader, other.write(retitled("乙的写法")));
  const terminal = await openSync(lan.folder);
  await terminal.sees("分歧 1");
  await terminal.sees(/› .*现在：甲的写法.*另一个：乙的写法（李敏）/);
  terminal.type("t");
  await terminal.sees("没有等待处理的事。");
  expect(findEntry(ledger().entries, entry)?.title).toBe("乙的写法");
});

test("what came late is admitted with one key, or returned with a reason", async () => {
  const admin = writerOf(lan.daemon.office, lan.admin);
  const closing = admin.write(() => ({ type: "period-closed", period: "2022-H1" }));
  const [first, second] = [admin.meeting("补录一"), admin.meeting("补录二")];
  await record(admin, lan.admin, closing, first, second);
  const terminal = await openSync(lan.folder);
  await terminal.sees("补录 2");
  await terminal.sees(/› .*补录一/);
  terminal.type("a");
  await expect.poll(() => findEntry(ledger().entries, nameOf(first.id) as EntryId)).toBeDefined();
  await terminal.sees("补录 1");
  await terminal.sees(/› .*补录二/);
  terminal.type("r");
  await terminal.sees("退回补录");
  terminal.type(`重复了${keys.save}`);
  await terminal.sees("补录被退回 1");
  expect(ledger().returned.get(nameOf(second.id))?.reason).toBe("重复了");
  await terminal.sees("负责人退回了这条补录：重复了");
});

test("a joined workstation shows where it is connected, and what of its own was declined until it is put away", async () => {
  const station = await lan.join(await lan.invite("李敏", "leader"));
  const met = await openStation(station, () => lan.way);
  await expect.poll(() => met.live.current().connected).toBe(true);
  await met.whole();
  await met.close();
  const admin = writerOf(lan.daemon.office, lan.admin);
  const { member } = station.identity;
  const demoted = admin.write(() => ({
    type: "member-changed",
    member,
    changes: { role: "staff" },
  }));
  await record(admin, lan.admin, demoted);
  const alone = await openStation(station, () => ({ ...lan.way, port: 1 }));
  const { folder, identity } = station;
  const workstation = openWorkstation(folder, identity, alone, () => new Date());
  await workstation.submit([() => ({ type: "period-closed", period: "2022-H1" as never })]);
  await alone.close();

  const terminal = await openSync(folder);
  await terminal.sees(/已连接办公电脑 127\.0\.0\.1:\d+ +· +\d\d:\d\d 起/);
  await terminal.sees("被退回 1");
  await terminal.sees(/› .*归档/);
  await terminal.sees(/负责人/);
  terminal.type("d");
  await terminal.sees(/不再列出 .+？/);
  terminal.type("y");
  await terminal.sees("没有等待处理的事。");
  terminal.type(`${keys.tab}i`);
  await terminal.sees("要由管理员来做");
});

test("a declined entry is opened with what was typed, mended, and leaves the list; another operation says where it is done again", async () => {
  const station = await lan.join(await lan.invite("李敏", "leader"));
  const met = await openStation(station, () => lan.way);
  await expect.poll(() => met.live.current().connected).toBe(true);
  await met.whole();
  await met.close();
  const admin = writerOf(lan.daemon.office, lan.admin);
  const { member } = station.identity;
  const units = smallProfile.units.map((unit) => ({ ...unit, retired: unit.id !== "east" }));
  const profile = { ...smallProfile, units };
  const demoted = admin.write(() => ({
    type: "member-changed",
    member,
    changes: { role: "staff" },
  }));
  const adopted = admin.write(() => ({ type: "profile-adopted", text: "{}", profile }));
  await record(admin, lan.admin, demoted, adopted);
  const alone = await openStation(station, () => ({ ...lan.way, port: 1 }));
  const { folder, identity } = station;
  const workstation = openWorkstation(folder, identity, alone, () => new Date());
  const entry = { kind: "meeting", on: "2022-03-07", title: "例会三", quantity: 1, marks: [] };
  const written = [
    (id: OperationId) => ({
      type: "entry-logged",
      entry: { ...entry, id: nameOf(id), units: ["west"], note: "记在本子上" },
    }),
    () => ({ type: "period-closed", period: "2021-H1" }),
  ];
  await workstation.submit(written as never, { together: false });
  await alone.close();

  const terminal = await openSync(folder);
  await terminal.sees("归档周期");
  terminal.type(keys.down);
  await terminal.sees(/› .*归档/);
  terminal.type("e");
  await terminal.sees("请到原来的界面再做一次");
  terminal.type(keys.up);
  await terminal.sees(/› .*例会三/);
  terminal.type("e");
  await terminal.sees(/被退回：.*改好后保存/);
  await terminal.sees(/日期 +2022-03-07/);
  await terminal.sees(/备注 +记在本子上/);
  await terminal.sees(/基层单位 +西村/);
  terminal.type(keys.tab.repeat(4));
  await terminal.sees(/› 基层单位/);
  terminal.type(keys.backspace);
  await expect.poll(terminal.screen).not.toContain("西村");
  terminal.type(keys.save);
  await terminal.sees("已记入 会议：例会三");
  const titles = () => [...ledger().entries.byId.values()].map(({ title, on }) => [title, on]);
  await expect.poll(titles).toEqual([["例会三", "2022-03-07"]]);
  terminal.type(keys.escape);
  await terminal.sees("被退回 1");
});

test("an invitation shows the very string that lets a workstation in, and is listed until it is taken back", async () => {
  const terminal = await openSync(lan.folder);
  terminal.type(keys.tab + keys.tab);
  await terminal.sees("本机");
  terminal.type("i");
  await terminal.sees("邀请一台新终端");
  terminal.type(`陈涛${keys.save}`);
  await terminal.sees("taizhang join");
  await terminal.sees("只显示这一次");
  const lines = terminal.lines();
  const from = lines.findIndex((line) => line.includes("taizhang join"));
  const to = lines.findIndex((line, at) => at > from && line.includes("█"));
  expect(to).toBeGreaterThan(from);
  const said = lines.slice(from, to).map((line) => line.trim());
  const text = said.join("").replace("taizhang join ", "");
  const read = readInvitation(text);
  if (!read) throw new Error(`not an invitation: ${text}`);
  terminal.type(keys.escape);
  await terminal.sees(/陈涛 +还有 \d+ 分钟/);
  terminal.type("x");
  await terminal.sees("撤回给陈涛的邀请？");
  terminal.type("n");
  const { identity } = await lan.join(read);
  await terminal.sees(identity.id);
  const open = () => terminal.lines().filter((line) => line.includes("分钟"));
  await expect.poll(open).toEqual([]);
});

test("people are added, changed and leave in the screen; what cannot be taken back is asked first", async () => {
  const terminal = await openSync(lan.folder);
  terminal.type(keys.tab);
  await terminal.sees("管理员");
  terminal.type("n");
  await terminal.sees("添加工作人员");
  terminal.type(`刘芳${keys.tab}${keys.tab}妇联干事、宣讲${keys.save}`);
  await terminal.sees("已添加记录员刘芳");
  const added = () => ledger().members.find(({ name }) => name === "刘芳");
  expect(added()).toMatchObject({ role: "staff", duties: ["妇联干事", "宣讲"], active: true });
  terminal.type(keys.down);
  await terminal.sees(/› +刘芳/);
  terminal.type("c");
  await terminal.sees("更改 刘芳");
  terminal.type(`leader${keys.enter}${keys.save}`);
  await expect.poll(() => added()?.role).toBe("leader");
  await terminal.sees(/› +刘芳 +负责人/);
  terminal.type("l");
  await terminal.sees("刘芳 离岗？");
  terminal.type("n");
  await expect.poll(() => terminal.screen()).not.toContain("离岗？");
  expect(added()?.active).toBe(true);
  terminal.type("l");
  await terminal.sees("刘芳 离岗？");
  terminal.type("y");
  await expect.poll(() => added()?.active).toBe(false);
});

test("for what somebody answers stands below them; it is assigned and ended there, and taken back", async () => {
  const terminal = await openSync(lan.folder);
  terminal.type(keys.tab);
  await terminal.sees(/› +管理员/);
  terminal.type("f");
  await terminal.sees("明确责任：管理员");
  terminal.type(keys.save); // an area has to be named
  await terminal.sees("要写明负责什么");
  terminal.type(keys.tab);
  await terminal.sees(/› 类别/);
  terminal.type("宣传栏");
  await terminal.sees(/› 类别 +.*宣传栏/);
  terminal.type(keys.enter);
  await terminal.sees("[宣传栏]");
  terminal.type(keys.save);
  await terminal.sees("已明确 管理员 分工负责");
  await terminal.sees(`分工负责  宣传栏  ${today} 起`);
  const duty = () => [...ledger().duties.values()][0];
  await expect.poll(duty).toMatchObject({ standing: "area", categories: ["board"], from: today });
  terminal.type("z");
  await terminal.sees("请先选一项责任。");
  terminal.type(keys.down);
  await terminal.sees(/› +分工负责/);
  terminal.type("z");
  await terminal.sees("责任到哪天为止：管理员，宣传栏");
  terminal.type(`${keys.tab}换人${keys.save}`);
  await terminal.sees(`分工负责  宣传栏  ${today} 至 ${today}`);
  expect(duty()?.until).toBe(today);
  terminal.type("u");
  await terminal.sees("已撤销");
  await terminal.sees(`${today} 起`);
  await expect.poll(() => duty()?.until).toBeUndefined();
});

test("a workstation is revoked after a question, never the own one", async () => {
  const { identity } = await lan.join(await lan.invite("王芳"));
  const terminal = await openSync(lan.folder);
  terminal.type(keys.tab + keys.tab);
  await terminal.sees(/› .*本机/);
  terminal.type("x");
  await terminal.sees("不能停用自己正在用的终端。");
  terminal.type(keys.down);
  await terminal.sees(new RegExp(`› .*${identity.id}`));
  terminal.type("x");
  await terminal.sees(`停用终端 ${identity.id}`);
  terminal.type("y");
  await expect.poll(() => ledger().workstations.get(identity.id)?.revoked).toBeDefined();
  await terminal.sees("已停用");
});

test("a backup is made from the screen, which then says when and where", async () => {
  const terminal = await openSync(lan.folder);
  await terminal.sees("还没有备份过。");
  terminal.type("b");
  await terminal.sees(/上次备份：.+backups.taizhang-/);
  expect(await readdir(join(lan.folder, "backups"))).toHaveLength(1);
});

test("what a role may not do says why when its key is pressed", async () => {
  const staff = await addMember(lan.daemon.office, lan.admin, "赵雪", "staff");
  await keepIdentity(lan.folder, staff);
  const terminal = await openSync(lan.folder, "赵雪");
  terminal.type(`${keys.tab}n`);
  await terminal.sees("要由管理员来做");
  expect(terminal.screen()).not.toContain("添加工作人员（");
});
