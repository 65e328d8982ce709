import { afterEach, beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { keepIdentity } from "../../../cli/workstation/identity.ts";
import { signaturesIn, stageOf } from "../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../shared/ledger/publications.ts";
import { instantOf } from "../../../shared/words/dates.ts";
import { type Lan, openLan } from "../../support/lan.ts";
import { addMember, writerOf } from "../../support/office.ts";
import { program } from "../../support/program.ts";
import { keys, openTerminal, type Terminal } from "../../support/terminal.ts";

let lan: Lan;

beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the program's own clock
  const admin = writerOf(lan.daemon.office, lan.admin);
  const board = admin.write((_, id) => ({
    type: "position-opened",
    position: { id, name: "镇公众号", category: "board", quantity: 1, opened: "2021-01-01" },
  }));
  await lan.daemon.office.intake.accept(lan.admin.id, [board]);
});
afterEach(() => lan.close());

const only = (): Publication => {
  const [publication] = lan.daemon.office.intake.ledger().publications.values();
  if (!publication) throw new Error("no publication");
  return publication;
};

async function openTexts(
  as?: string,
  size = { columns: 120, rows: 30 },
  lang = "zh",
): Promise<Terminal> {
  const who = as === undefined ? [] : ["--as", as];
  const args = [program, "--office", lan.folder, "--lang", lang, ...who];
  const terminal = openTerminal(process.execPath, args, {}, size);
  await terminal.sees(lang === "zh" ? "总览" : "Board");
  terminal.type("gt");
  await terminal.sees(lang === "zh" ? "待审待发" : "not out yet");
  return terminal;
}

test("a text is put down, signed by three members with single keys, released, and corrected beside what stands", async () => {
  for (const [name, role] of [
    ["赵雪", "staff"],
    ["李敏", "leader"],
  ] as const) {
    await keepIdentity(lan.folder, await addMember(lan.daemon.office, lan.admin, name, role));
  }
  const author = await openTexts();
  author.type("n");
  await author.sees("登记一篇稿件");
  author.type(`春耕见闻${keys.tab}zgzh`);
  await author.sees(/ {3,}镇公众号/);
  author.type(`${keys.enter}${keys.save}`);
  await author.sees("已登记：春耕见闻");
  await author.sees(/› +○ .*待初审 +春耕见闻.*镇公众号/);
  author.type("y");
  await author.sees("初审签字：同意，校对未发现差错。“春耕见闻”？");
  author.type("y");
  await author.sees("初审已签字：春耕见闻");
  author.type("y");
  await author.sees("您已经签过一步");

  const staff = await openTexts("赵雪", { columns: 60, rows: 20 });
  await staff.sees("待复审");
  staff.type("r");
  await staff.sees("复审：春耕见闻");
  staff.type(`\u0015改后同意${keys.tab}\u0015改正一处${keys.save}`);
  await staff.sees("复审已签字");
  staff.type("y");
  await staff.sees("您已经签过一步");
  expect(staff.lines().every((line) => widthOf(line) <= 60)).toBe(true);

  const leader = await openTexts("李敏", undefined, "en");
  leader.type("b");
  await leader.sees("Send back: 春耕见闻");
  leader.type(`面积不符${keys.save}`);
  await leader.sees("Sent back: 春耕见闻");
  await expect.poll(() => stageOf(only())).toBe("sent-back");
  leader.type("w"); // thought better of it
  await expect.poll(() => stageOf(only())).toBe("in-review");
  await leader.sees("step taken back");
  leader.type("yy");
  await leader.sees("Signed 终审: 春耕见闻");

  await author.sees("待发布  1");
  expect(signaturesIn(only().steps).map(({ opinion }) => opinion)).toEqual([
    "同意",
    "改后同意",
    "agreed",
  ]);
  author.type(keys.enter);
  await author.sees("发布：春耕见闻");
  author.type(keys.save);
  await author.sees("已发布：春耕见闻");
  await author.sees("没有待审待发的稿件");
  author.type("v");
  await author.sees(/› +✓ .*春耕见闻/);
  author.type("e");
  await author.sees("已有人签字，不能直接改");
  author.type("c");
  await author.sees("发布后更正：春耕见闻");
  author.type(`地名一处${keys.save}`);
  await author.sees(/发布后更正 +管理员/);
  expect(only()).toMatchObject({ title: "春耕见闻" });
  expect(
    only()
      .steps.map(({ type }) => type)
      .slice(3),
  ).toEqual(["publication-released", "publication-corrected"]);
  author.type("u");
  await author.sees("已撤销：发布后更正");
  expect(stageOf(only())).toBe("released");
});
