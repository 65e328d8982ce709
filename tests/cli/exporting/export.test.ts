import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkBook } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftOut } from "../../../cli/exporting/whole-ledger.ts";
import { emptyLedger } from "../../../shared/ledger/ledger.ts";
import { run } from "../../support/program.ts";
import { type PlainOffice, readJournal } from "../../support/recount.ts";
import { type Cells, dayOfSerial, openWorkbook, parseCsv, rowsOf } from "../../support/workbook.ts";

const sample = join(import.meta.dirname, "..", "..", "golden", "0.2.0", "office");
const days = ["--period", "2022-H1"];
let folder: string;
let journal: PlainOffice;
let workbook: WorkBook;

const taizhang = (...args: string[]) => run(["--office", join(folder, "office"), ...args]);
const file = (name: string) => join(folder, name);
const sheet = (title: string): Cells => rowsOf(workbook, title);
/** The rows below the head as objects by their column. */
function records(cells: Cells): Record<string, string | number | undefined>[] {
  const [head = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(head.map((title, at) => [title, row[at]])));
}
const isInside = (on: string) => on >= "2022-01-01" && on <= "2022-06-30";
const counted = () =>
  [...journal.entries.values()].filter(({ voided, on }) => !voided && isInside(on));
const sum = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((total, value = 0) => total + value, 0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "taizhang-test-"));
  await cp(sample, file("office"), { recursive: true });
  journal = await readJournal(file("office"));
  const made = await taizhang("export", file("台账.xlsx"), ...days);
  expect(made).toMatchObject({ code: 0, err: "" });
  workbook = openWorkbook(await readFile(file("台账.xlsx")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the workbook, beside a recount of the journal", () => {
  test("has every entry of the period once, by day, and its sums are the journal's", () => {
    const rows = records(sheet("台账"));
    const entries = counted();
    expect(rows.map(({ 编号 }) => 编号).sort()).toEqual(entries.map(({ id }) => id).sort());
    const on = rows.map(({ 日期 }) => dayOfSerial(日期));
    expect(on).toEqual([...on].sort());
    expect(sum(rows.map(({ 数量 }) => 数量 as number))).toBe(sum(entries.map((e) => e.quantity)));
    expect(sum(rows.map(({ 人次 }) => 人次 as number))).toBe(sum(entries.map((e) => e.attendance)));
    for (const row of rows) {
      const entry = journal.entries.get(String(row.编号));
      expect([row.编号, row.标题, dayOfSerial(row.日期)]).toEqual([
        entry?.id,
        entry?.title,
        entry?.on,
      ]);
    }
  });

  test("has every inspection and every position in use", () => {
    const inspections = counted().filter(({ inspection }) => inspection);
    const found = records(sheet("检查")).map(({ 编号 }) => 编号);
    expect(found.sort()).toEqual(inspections.map(({ id }) => id).sort());
    const inUse = [...journal.positions.values()].filter(
      ({ opened, retired }) => opened <= "2022-06-30" && !(retired && retired < "2022-01-01"),
    );
    const positions = records(sheet("阵地"));
    expect(positions.map(({ 编号 }) => 编号).sort()).toEqual(inUse.map(({ id }) => id).sort());
    for (const { 编号, 停用日期 } of positions) {
      const { retired = "" } = journal.positions.get(String(编号)) ?? {};
      const byThen = retired <= "2022-06-30" ? retired : "";
      expect(停用日期 ? dayOfSerial(停用日期) : "").toBe(byThen);
    }
  });

  test("has every problem with the day on which it was closed", () => {
    const rows = records(sheet("问题"));
    const found = [...journal.problems.values()].filter(({ on }) => isInside(on));
    expect(rows.map(({ 编号 }) => 编号).sort()).toEqual(found.map(({ id }) => id).sort());
    for (const { 编号, 进展, 销号日期 } of rows) {
      const steps = journal.problems.get(String(编号))?.steps ?? [];
      const last = steps.filter(({ on }) => on <= "2022-06-30").at(-1);
      const closed = last?.type === "problem-closed" ? last.on : undefined;
      expect([编号, 进展 === "已销号"]).toEqual([编号, closed !== undefined]);
      expect(销号日期 && dayOfSerial(销号日期)).toBe(closed);
    }
  });

  test("by month and by unit: what a count of the journal says, the office's own total last", () => {
    const studies = counted().filter(({ kind }) => kind === "study");
    const study = records(sheet("统计（按月）")).find(({ 指标 }) => 指标 === "集中学习");
    for (const month of ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06"]) {
      expect(study?.[month]).toBe(studies.filter(({ on }) => on.startsWith(month)).length);
    }
    expect(study).toMatchObject({ 口径: "本期", 数值: studies.length, 报告写作: "16次" });
    const units = records(sheet("统计（按单位）"));
    const column = "志愿服务活动（次）";
    const help = counted().filter(({ kind }) => kind === "volunteer-activity");
    expect(units.at(-1)).toMatchObject({
      基层单位: "合计",
      [column]: sum(help.map((e) => e.quantity)),
    });
    const own = help.filter((entry) => entry.units.length === 0 || entry.units.includes("town"));
    expect(units[0]).toMatchObject({
      基层单位: "青禾镇本级",
      [column]: sum(own.map((e) => e.quantity)),
    });
    const hekou = help.filter((entry) => entry.units.includes("hekou"));
    expect(units.find(({ 基层单位 }) => 基层单位 === "河口村")?.[column]).toBe(
      sum(hekou.map((e) => e.quantity)),
    );
  });

  test("every figure of the report has its records, one a row", async () => {
    const rows = records(sheet("数据出处"));
    const { figures } = JSON.parse((await taizhang("report", ...days, "--json")).out);
    expect(figures.length).toBeGreaterThan(10);
    for (const { printed, tally } of figures) {
      const own = rows.filter(({ 指标 }) => 指标 === tally.label);
      expect([printed, own[0]?.数值]).toEqual([printed, tally.value]);
      const named = own.map(({ 记录编号 }) => 记录编号).filter(Boolean);
      expect(named.sort()).toEqual([...tally.sources].sort());
    }
  });
});

test("the same ledger gives the same bytes, in any time zone; in English it has English heads", async () => {
  const first = await readFile(file("台账.xlsx"));
  const args = ["--office", file("office"), "export", file("again.xlsx"), ...days];
  expect((await run(args, { TZ: "America/New_York" })).code).toBe(0);
  expect((await readFile(file("again.xlsx"))).equals(first)).toBe(true);
  await taizhang("--lang", "en", "export", file("en.xlsx"), ...days);
  const english = openWorkbook(await readFile(file("en.xlsx")));
  expect(english.SheetNames.slice(0, 4)).toEqual([
    "Entries",
    "Positions",
    "Inspections",
    "Problems",
  ]);
  expect(rowsOf(english, "Entries").length).toBe(sheet("台账").length);
});

test("CSV says the same cells as the workbook, a file a table", async () => {
  expect((await taizhang("export", file("csv"), "--format", "csv", ...days)).code).toBe(0);
  const names = (await readdir(file("csv"))).map((name) => name.replace(".csv", ""));
  expect(names.sort()).toEqual([...workbook.SheetNames].sort());
  for (const name of names) {
    const text = await readFile(file(`csv/${name}.csv`), "utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    const [head = [], ...rows] = parseCsv(text.slice(1));
    const cells = sheet(name);
    expect(head).toEqual(cells[0]);
    const isDay = (at: number) => /日期$|^最近检查$|^整改时限$/.test(head[at] ?? "");
    const expected = cells.slice(1).map((row) =>
      head.map((_, at) => {
        const cell = row[at] ?? "";
        return isDay(at) && cell !== "" ? dayOfSerial(cell) : String(cell);
      }),
    );
    expect(rows).toEqual(expected);
  }
});

test("JSON has every record of the journal, and its last words count them", async () => {
  expect((await taizhang("export", file("all.json"))).code).toBe(0);
  expect((await taizhang("export", file("all.ndjson"))).code).toBe(0);
  const whole = JSON.parse(await readFile(file("all.json"), "utf8"));
  expect(whole).toMatchObject({ taizhang: "export", v: 1, office: "青禾镇党委", seq: 758 });
  expect(whole.entries.length).toBe(journal.entries.size);
  for (const { id, title, on, quantity, kind, trail } of whole.entries) {
    const entry = journal.entries.get(id);
    expect([title, on, quantity, kind]).toEqual([
      entry?.title,
      entry?.on,
      entry?.quantity,
      entry?.kind,
    ]);
    expect(trail.voided !== undefined).toBe(entry?.voided ?? false);
  }
  const [head = {}, ...lines] = (await readFile(file("all.ndjson"), "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const last = lines.pop();
  const { seq, hash } = whole;
  expect(head).toMatchObject({ taizhang: "export", v: 1, seq, hash });
  expect(last).toEqual({ taizhang: "export-end", v: 1, records: lines.length });
  expect(whole.records).toBe(lines.length);
  const byList = Map.groupBy(lines, ({ list }) => list as string);
  for (const [list, found] of byList) {
    expect(found.map(({ record }) => record)).toEqual(whole[list]);
  }
  const parts = Object.keys(emptyLedger).filter((part) => !leftOut.some((one) => one === part));
  const named: Readonly<Record<string, string>> = { tray: "waiting" };
  expect(parts.filter((part) => !Array.isArray(whole[named[part] ?? part]))).toEqual([]);
  const secrets = JSON.stringify(whole);
  expect(secrets).not.toMatch(/tokenHash|invitations/);
});

test("nothing is written over unless it is asked for, and what does not go together is said", async () => {
  const before = await readFile(file("台账.xlsx"));
  const again = await taizhang("export", file("台账.xlsx"), "--period", "2022-Q1");
  expect(again).toMatchObject({ code: 2, out: "" });
  expect(again.err).toContain("要覆盖请加 --force");
  expect((await readFile(file("台账.xlsx"))).equals(before)).toBe(true);
  const other = file("other.xlsx");
  await cp(file("台账.xlsx"), other);
  expect((await taizhang("export", other, "--period", "2022-Q1", "--force")).code).toBe(0);
  expect((await readFile(other)).equals(before)).toBe(false);
  expect((await taizhang("export", file("x.csv"), ...days)).err).toContain("--table");
  expect((await taizhang("export", file("x.json"), ...days)).err).toContain("整本台账");
  const unknown = await taizhang("export", file("x.csv"), "--table", "people", ...days);
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.err).toContain("entries、positions");
  const nowhere = await taizhang("export", file("no/such/x.xlsx"), ...days);
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("没有这个文件夹") });
  expect((await readdir(folder)).filter((name) => name.endsWith(".new"))).toEqual([]);
});

test("what a list finds goes to a file with the ledger's columns", async () => {
  const query = ["list", "--query", "事项:集中学习", ...days];
  expect((await taizhang(...query, "--out", file("学习.csv"))).code).toBe(0);
  const [head = [], ...rows] = parseCsv((await readFile(file("学习.csv"), "utf8")).slice(1));
  expect(head).toEqual(sheet("台账")[0]);
  const studies = counted().filter(({ kind }) => kind === "study");
  expect(rows.map((row) => row[1]).sort()).toEqual(studies.map(({ id }) => id).sort());
  const refused = await taizhang(...query, "--out", file("学习.pdf"));
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(".xlsx") });
});

test("publications stand with their signatures and release, obligations with what proves them", async () => {
  await cp(sample, file("other"), { recursive: true });
  const other = (...args: string[]) => run(["--office", file("other"), ...args]);
  const { out } = await other("member", "list", "--json");
  const members: { name: string; role: string }[] = JSON.parse(out);
  const on = (day: string) => ["--date", `2022-03-0${day}`];
  const title = ["春耕备耕见闻", "--position", "“青禾发布”公众号"];
  const able = members.filter(({ role }) => role !== "staff").map(({ name }) => name);
  const [author = ""] = able; // may sign the first review, and no other
  const drafted = await other(
    "publication",
    "draft",
    ...title,
    ...on("1"),
    "--as",
    author,
    "--json",
  );
  const id = JSON.parse(drafted.out).id;
  const signed: string[] = [];
  for (const name of able) {
    const said = ["--opinion", "同意", "--proofreading", "无误", ...on("2"), "--as", name];
    if ((await other("publication", "review", id, ...said)).code === 0) signed.push(name);
  }
  expect(signed.length).toBe(3);
  await other("publication", "release", id, ...on("3"), "--link", "http://example.invalid/1");
  await other("publication", "correct", id, ...on("4"), "--text", "更正第二段地名");
  expect((await other("export", file("texts.xlsx"), ...days)).code).toBe(0);
  const made = openWorkbook(await readFile(file("texts.xlsx")));
  const [row, ...more] = records(rowsOf(made, "稿件"));
  expect(more).toEqual([]);
  expect(row).toMatchObject({ 编号: id, 题目: "春耕备耕见闻", 进展: "已发布", 起草人: author });
  expect(dayOfSerial(row?.发布日期)).toBe("2022-03-03");
  for (const name of signed) expect(row?.审核情况).toContain(`${name} 2022-03-02；同意；无误`);
  expect(row?.["更正、撤回"]).toBe("2022-03-04 更正第二段地名");
  const demanded = records(rowsOf(made, "规定动作"));
  const obligations = JSON.parse((await other("obligations", ...days, "--json")).out);
  expect(demanded.length).toBe(sum(obligations.map((one: { expected: number }) => one.expected)));
  expect(demanded.filter(({ 结果 }) => 结果 === "已做").length).toBe(
    sum(obligations.map((one: { fulfilled: number }) => one.fulfilled)),
  );
});
