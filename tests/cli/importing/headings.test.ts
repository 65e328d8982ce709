import { describe, expect, test } from "vitest";
import { assignColumns } from "../../../cli/importing/columns.ts";
import { findHeader } from "../../../cli/importing/find-header.ts";
import { finderOf, unitFinderOf } from "../../../cli/importing/named-cells.ts";
import { findPrivate, holdsPrivateNumber } from "../../../cli/importing/private-columns.ts";
import type { SheetRow } from "../../../cli/reading/sheet/cells.ts";
import { builtInProfiles } from "../../../shared/profile/built-in.ts";
import { readProfile } from "../../../shared/profile/read-profile.ts";
import { smallProfile } from "../../support/profile.ts";

const rowsOf = (...rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((texts, at) => ({
    row: at + 1,
    cells: texts.map((text) => (text === "" ? undefined : { text })),
  }));
const usesOf = (...headings: string[]) =>
  assignColumns(
    { headings: headings.map((text, column) => ({ column, text })) },
    new Map(),
    smallProfile.marks,
  ).map(({ use }) => use);

describe("the wall", () => {
  test.each([
    ...[
      "姓名",
      "参加人员",
      "参会人员名单",
      "身份证号",
      "身份证号码",
      "联系电话",
      "手机",
      "手机号码",
    ],
    ...["家庭住址", "民族", "宗教信仰", "是否信教", "政治面貌", "性别", "年龄", "网名", "发帖人"],
    ...["群众诉求", "舆情内容", "主讲人", "服务对象", "备注（联系电话）", "Phone number", "Name"],
    ...["Religion", "E-mail", "ID card", "记录人", "填报人员", "负责人"],
  ])("a column headed %s never comes in", (heading) => {
    expect(findPrivate(heading)).toBeDefined();
    expect(usesOf(heading, "日期", "标题")[0]).toBe("ignore");
  });

  test.each([
    ...["日期", "活动时间", "标题", "活动名称", "事项", "参加人数", "参加人次", "宣讲人次", "数量"],
    ...["责任单位", "村", "地点", "备注", "标记", "民族团结", "Title", "Attendance", "参加人员数"],
  ])("one headed %s is about the office's own acts", (heading) => {
    expect(findPrivate(heading)).toBeUndefined();
  });

  test("a text with a telephone or identity number in it is known", () => {
    for (const text of [
      "联系张三13800000000",
      "138 0000 0000",
      "１３８００００００００",
      "13800000000。",
    ]) {
      expect([text, holdsPrivateNumber(text)]).toEqual([text, true]);
    }
    expect(holdsPrivateNumber("11010119900307561X")).toBe(true);
    for (const text of ["2022年6月3日", "第20220603号文件", "参加1380人", "发放13800000000000份"]) {
      expect([text, holdsPrivateNumber(text)]).toEqual([text, false]);
    }
  });
});

describe("columns", () => {
  test("are known by the words that offices head them with", () => {
    expect(
      usesOf(
        "序号",
        "活动时间*",
        "活动类别",
        "活动名称",
        "参加人数（人）",
        "场次",
        "责任单位",
        "备注",
      ),
    ).toEqual(["ignore", "date", "kind", "title", "attendance", "quantity", "unit", "note"]);
  });
  test("of two for one field the better word counts, and the content beside a title is a note", () => {
    expect(usesOf("时间", "活动日期", "活动内容", "活动名称")).toEqual([
      ...["ignore", "date", "note", "title"],
    ]);
  });
  test("one headed by a mark is its ticks", () => {
    expect(usesOf("日期", "标题", "公开")).toEqual(["date", "title", "mark:open"]);
  });
});

describe("the header", () => {
  test("is found under titles and notes, of one row or of two", () => {
    const one = rowsOf(
      ["台账"],
      ["单位：某镇"],
      ["日期", "事项", "标题"],
      ["1月2日", "会议", "例会"],
    );
    expect(findHeader(one, [])).toMatchObject({ first: 3, last: 3, above: ["台账", "单位：某镇"] });
    const two = rowsOf(
      ["日期", "标题", "参加情况", ""],
      ["", "", "人数", "场次"],
      ["1月2日", "例会", "3", "1"],
    );
    const merges = [{ top: 1, bottom: 1, left: 2, right: 3 }];
    const header = findHeader(two, merges);
    expect(header).toMatchObject({ first: 1, last: 2 });
    expect(header?.headings.map(({ text }) => text)).toEqual([
      ...["日期", "标题", "参加情况/人数", "参加情况/场次"],
    ]);
  });
  test("is not the title that is joined over all columns", () => {
    const rows = rowsOf(["2022年台账"], ["日期", "标题", "人数"], ["1月2日", "例会", "3"]);
    const merges = [{ top: 1, bottom: 1, left: 0, right: 2 }];
    expect(findHeader(rows, merges)).toMatchObject({ first: 2, last: 2, above: ["2022年台账"] });
  });
  test("is none where no row says when and what", () => {
    expect(findHeader(rowsOf(["甲", "乙"], ["1", "2"], ["日期", "人数"]), [])).toBeUndefined();
  });
});

describe("names", () => {
  const read = readProfile(builtInProfiles.get("township") ?? "");
  if (!read.ok) throw new Error("the built-in profile does not read");
  const findUnit = unitFinderOf(read.profile);
  test.each([
    ["东洼村", "dongwa"],
    ["东 洼 村", "dongwa"],
    ["东洼", "dongwa"],
    ["东洼村委会", "dongwa"],
    ["青禾镇东洼村", "dongwa"],
    ["dongwa", "dongwa"],
    ["卫生院", "clinic"],
    ["本级", "town"],
  ])("%s is a unit", (text, id) => expect(findUnit(text)).toMatchObject({ one: { id } }));
  test("what could be two, or is none, is none, with the nearest name", () => {
    expect(findUnit("榆村")).not.toHaveProperty("one");
    expect(findUnit("桑圆村")).toEqual({ none: "桑圆村", nearest: "桑园村" });
  });
  test("a kind is not guessed from a part of its name", () => {
    const findKind = finderOf(read.profile.kinds);
    expect(findKind("集中 学习")).toMatchObject({ one: { id: "study" } });
    expect(findKind("学习")).not.toHaveProperty("one");
  });
});
