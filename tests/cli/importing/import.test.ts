import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { folderForAll } from "../../support/folder.ts";
import { bookOf, bytesOf, oldSheet } from "../../support/old-sheet.ts";
import { program, type Run, run } from "../../support/program.ts";
import { keys, openTerminal } from "../../support/terminal.ts";

const folder = folderForAll();
let office: string;
const taizhang = (...args: string[]): Promise<Run> => run(["--office", office, ...args]);
const json = async (...args: string[]) => JSON.parse((await taizhang(...args, "--json")).out);
const fileOf = async (name: string, content: Buffer | string): Promise<string> => {
  const file = join(folder(), name);
  await writeFile(file, content);
  return file;
};
const journal = () => readFile(join(office, "journal", "000000000001.ndjson"), "utf8");

beforeAll(async () => {
  office = join(folder(), "office");
  expect(await taizhang("init", "--name", "青禾镇党委", "--admin", "王芳")).toMatchObject({
    code: 0,
  });
});

test("an office's old sheet: each row is new, there already, or not taken with its reason", async () => {
  const file = await fileOf("台账.xlsx", oldSheet());
  const before = await journal();
  const trial = await json("import", file);
  expect(trial).toMatchObject({ committed: false, read: 12, new: 6, duplicate: 1, refused: 5 });
  expect(trial.sheets[0]).toMatchObject({
    header: 3,
    year: { year: 2022, from: "title" },
    passedOver: { totals: 1, notes: 0, headers: 0 },
    stretches: 1,
  });
  expect(
    trial.entries.map(({ row, entry }: { row: number; entry: object }) => ({ row, ...entry })),
  ).toEqual(
    [
      { row: 5, kind: "study", on: "2022-01-06", title: "第一次集中学习", quantity: 1 },
      { row: 6, kind: "study", on: "2022-01-20", title: "第二次集中学习", quantity: 1 },
      { row: 7, kind: "volunteer-activity", on: "2022-02-11", title: "雷锋月活动", quantity: 2 },
      { row: 8, kind: "volunteer-activity", on: "2022-03-04", title: "周末集中行动", quantity: 3 },
      { row: 11, kind: "lecture", on: "2022-04-01", title: "村史宣讲", quantity: 1 },
      {
        ...{ row: 17, kind: "training", on: "2022-06-03", quantity: 1 },
        title: '=HYPERLINK("http://example.invalid")',
      },
    ].map((entry) => expect.objectContaining(entry)),
  );
  expect(
    trial.entries.map(({ entry }: { entry: { attendance: number } }) => entry.attendance),
  ).toEqual([42, 40, 23, 35, 20, 9]);
  expect(trial.entries[0].entry.marks).toEqual(["theory-centre"]);
  expect(trial.entries[3].entry).toMatchObject({
    units: ["xiwa", "shiqiao"],
    note: "原表日期：2022年3月4日-6日",
  });
  expect(
    trial.rejected.map(({ row, fault, column }: Record<string, never>) => [
      row,
      fault,
      (column as unknown as { text: string }).text,
    ]),
  ).toEqual([
    [10, "rough", "参加情况/人数"],
    [12, "unknown-unit", "责任单位"],
    [13, "not-a-date", "活动时间"],
    [14, "unknown-kind", "类别"],
    [15, "no-title", "活动名称"],
  ]);
  expect(trial.rejected[1].nearest).toBe("桑园村");
  expect(trial.duplicates).toMatchObject([{ row: 16, of: { row: 5 } }]);
  // A trial changes nothing, and nothing on private people is in what it says.
  expect(await journal()).toBe(before);
  expect(JSON.stringify(trial)).not.toMatch(/1380000000|李强/);

  const said = await taizhang("import", file, "--commit");
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toContain("已记入 6 条");
  expect(said.out).toContain("涉及个人信息，不读入：H 联系电话");
  const entries = await json("list", "--period", "2022");
  expect(entries).toHaveLength(6);
  const shown = await json("show", entries[0].id);
  expect(shown.source).toEqual({ file: "台账.xlsx", sheet: "活动台账", row: 5 });
  expect((await taizhang("show", entries[0].id)).out).toContain(
    "台账.xlsx，工作表“活动台账”第 5 行",
  );
  expect(await journal()).not.toMatch(/1380000000|李强/);

  // The same file again brings nothing; undone as one, all of it comes once more.
  expect(await json("import", file, "--commit")).toMatchObject({
    committed: false,
    new: 0,
    duplicate: 7,
  });
  expect((await taizhang("undo")).out).toContain("共 6 项");
  expect(await json("list", "--period", "2022")).toEqual([]);
  expect(await json("import", file)).toMatchObject({ new: 6, duplicate: 1 });
});

test("where the profile was changed after the trial, nothing is recorded before there was another", async () => {
  const other = join(folder(), "another-office");
  const there = (...args: string[]) => run(["--office", other, ...args]);
  const told = async (...args: string[]) => JSON.parse((await there(...args, "--json")).out);
  await there("init", "--name", "青禾镇党委", "--admin", "王芳");
  const file = await fileOf("台账.xlsx", oldSheet());
  expect(await told("import", file)).toMatchObject({ new: 6, refused: 5 });
  const profile = join(other, "profile.yaml");
  const text = await readFile(profile, "utf8");
  await writeFile(profile, text.replace("- id: volunteer-activity\n", "$&    retired: true\n"));
  expect(await there("profile", "adopt")).toMatchObject({ code: 0 });

  const stopped = await there("import", file, "--commit");
  expect(stopped).toMatchObject({ code: 1, out: "" });
  expect(stopped.err).toContain("再试读一次");
  expect(await told("list", "--period", "2022")).toEqual([]);

  expect(await told("import", file)).toMatchObject({ new: 4, refused: 7 });
  expect(await told("import", file, "--commit")).toMatchObject({ committed: true, new: 4 });
  expect(await told("list", "--period", "2022")).toHaveLength(4);
});

describe("a table as text", () => {
  const rows = [
    ["开展情况", "哪天", "事项", "人次", "手机"],
    ["学习“一号文件”，讨论", "6月3日", "集中学习", "35人", "13800000000"],
    ['他说 "好"', "6.30", "集中学习", "40", ""],
  ];
  const textWith = (sign: string, end: string) =>
    rows
      .map((row) =>
        row.map((cell) => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
      )
      .map((row) => row.join(sign) + end)
      .join("");
  const options = ["--map", "开展情况=标题", "--map", "哪天=日期", "--year", "2022"];

  test("what was said of its columns is remembered under its name, and needs no saying again", async () => {
    const file = await fileOf("活动.csv", textWith(",", "\n"));
    const lost = await taizhang("import", file);
    expect(lost).toMatchObject({ code: 2, out: "" });
    expect(lost.err).toContain("--map");
    expect(await json("import", file, ...options, "--source", "宣传办", "--commit")).toMatchObject({
      new: 2,
    });
    await taizhang("undo");
    const other = await fileOf("下半年.csv", textWith(",", "\n"));
    const again = await json("import", other, "--source", "宣传办");
    expect(again).toMatchObject({ new: 2, sheets: [{ year: { year: 2022, from: "before" } }] });
  });

  test("a column on private people is let in by no option; a mistyped one is said", async () => {
    const file = await fileOf("活动.csv", textWith(",", "\n"));
    const asked = await taizhang("import", file, ...options, "--map", "手机=备注");
    expect(asked).toMatchObject({ code: 2, out: "" });
    expect(asked.err).toContain("手机");
    const mistyped = await taizhang("import", file, ...options, "--map", "开展情形=备注");
    expect(mistyped).toMatchObject({ code: 2, out: "" });
    expect(mistyped.err).toContain("开展情形");
  });
});

test("sheets by their names: each of its kind, hidden ones not, one alone if asked", async () => {
  const table = (...rows: string[][]) => utils.aoa_to_sheet([["日期", "标题"], ...rows]);
  const book = bookOf({
    集中学习: table(["2021.1.5", "学习甲"]),
    业务培训: table(["2021.1.6", "培训甲"], ["2021.1.7", "培训乙"]),
    说明: utils.aoa_to_sheet([["本表由各村填报"]]),
    旧表: table(["2020.1.1", "旧的"]),
  });
  book.Workbook = { Sheets: [{}, {}, {}, { Hidden: 1 }] };
  const file = await fileOf("几张表.xlsx", bytesOf(book));
  const all = await json("import", file);
  expect(all.entries.map(({ entry }: { entry: { kind: string } }) => entry.kind)).toEqual([
    ...["study", "training", "training"],
  ]);
  expect(all.unused).toEqual([
    { sheet: "说明", why: "no-header" },
    { sheet: "旧表", why: "hidden" },
  ]);
  expect(await json("import", file, "--sheet", "业务培训")).toMatchObject({ read: 2, new: 2 });
  const wrong = await taizhang("import", file, "--sheet", "培训");
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("业务培训");
  const none = await json(
    "import",
    file,
    "--sheet",
    "业务培训",
    "--map",
    "标题=标题",
    "--kind",
    "宣讲辅导",
  );
  expect(none.entries[0].entry.kind).toBe("lecture");
});

test("the command line of the screens imports as well, and u takes all of it back", async () => {
  const file = await fileOf("台账.xlsx", oldSheet());
  const args = [program, "--office", office, "--lang", "zh"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 110, rows: 50 });
  await terminal.sees("总览");
  terminal.type(`:import ${file} --commit\r`);
  await terminal.sees("已记入 6 条");
  expect(await json("list", "--period", "2022")).toHaveLength(6);
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
  terminal.type("u");
  await terminal.sees("已撤销");
  expect(await json("list", "--period", "2022")).toEqual([]);
});
