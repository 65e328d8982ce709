import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Run, run } from "../support/program.ts";
import { type PlainEntry, type PlainOffice, readJournal } from "../support/recount.ts";

interface PlainTally {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly unit: string;
  readonly sources: string[];
}

const folder = join(mkdtempSync(join(tmpdir(), "taizhang-demo-test-")), "demo");
let played: Run;
let text: string;
let tallies: Map<string, PlainTally>;
let office: PlainOffice;
let entries: PlainEntry[]; // those of the half-year that count

beforeAll(async () => {
  played = await run(["demo", "--plain", "--out", folder]);
  text = await readFile(join(folder, "report.txt"), "utf8");
  const list: PlainTally[] = JSON.parse(await readFile(join(folder, "tallies.json"), "utf8"));
  tallies = new Map(list.map((tally) => [tally.id, tally]));
  office = await readJournal(join(folder, "office"));
  entries = [...office.entries.values()].filter(
    ({ on, voided }) => !voided && on >= "2022-01-01" && on <= "2022-06-30",
  );
  return () => rmSync(join(folder, ".."), { recursive: true, force: true });
}, 60_000);

const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
const withMark = (list: readonly PlainEntry[], mark: string) =>
  list.filter(({ marks }) => marks.includes(mark)).length;
const isVillage = (unit: string | undefined) =>
  office.units.find(({ id }) => id === unit)?.type === "village";
const positionOf = (entry: PlainEntry) => office.positions.get(entry.inspection?.position ?? "");
const inspected = () => entries.flatMap((entry) => positionOf(entry) ?? []);
const groups = () =>
  [...office.positions.values()].filter(({ category }) => category === "work-group");

/** Every fixed figure by another count, and the words in which it stands in the report. */
const figures: [id: string, value: number, printed: string, count: () => number, read: RegExp][] = [
  ["special-session", 2, "2", () => of("special-session").length, /专题研究[^，。]*?(\d+)次/],
  ["analysis-session", 1, "1", () => of("analysis-session").length, /分析研判(\d+)次/],
  ["study", 16, "16", () => of("study").length, /集中学习(\d+)次/],
  [
    "study-theory-centre",
    12,
    "12",
    () => withMark(of("study"), "theory-centre"),
    /理论中心组学习(\d+)次/,
  ],
  ["study-discussion", 6, "6", () => withMark(of("study"), "discussion"), /专题研讨(\d+)次/],
  [
    "wall-display-units",
    23,
    "23",
    () =>
      new Set(
        inspected()
          .filter(({ category, unit }) => category === "wall-display" && isVillage(unit))
          .map(({ unit }) => unit),
      ).size,
    /全镇(\d+)个村上墙图版/,
  ],
  [
    "groups-removed",
    10,
    "10",
    () =>
      groups().filter(
        ({ retired }) => retired && retired >= "2022-01-01" && retired <= "2022-06-30",
      ).length,
    /清理闲置工作群(\d+)个/,
  ],
  [
    "groups-kept",
    15,
    "15",
    () =>
      groups().filter(
        ({ opened, retired }) => opened <= "2022-06-30" && (!retired || retired >= "2022-06-30"),
      ).length,
    /保留(\d+)个/,
  ],
  [
    "categories-surveyed",
    9,
    "九",
    () => new Set(inspected().map(({ category }) => category)).size,
    /完成(九)类阵地/,
  ],
  [
    "customs-survey-units",
    23,
    "23",
    () => new Set(of("customs-survey").flatMap(({ units }) => units.filter(isVillage))).size,
    /(\d+)个村乡风文明调研/,
  ],
  [
    "volunteer-teams",
    4,
    "4",
    () =>
      new Set(
        of("volunteer-activity").flatMap(({ marks }) =>
          marks.filter((mark) => mark.startsWith("team-")),
        ),
      ).size,
    /志愿服务队(\d+)支/,
  ],
  [
    "volunteer-activities",
    612,
    "600余",
    () => of("volunteer-activity").reduce((sum, { quantity }) => sum + quantity, 0),
    /志愿服务活动(600余)次/,
  ],
];

test("the sample plays through the daemon and ends well", () => {
  expect(played.code).toBe(0);
  expect(played.err).toBe("");
  expect(played.out).toContain(text.trim());
  expect(office.entries.size + office.positions.size).toBeGreaterThan(500);
});

describe("a figure of the report", () => {
  test.each(figures)(
    "%s is its tally, and a count of the journal by other means",
    (id, value, printed, count, read) => {
      expect(count()).toBe(value);
      expect(tallies.get(id)).toMatchObject({ value, text: printed });
      expect(read.exec(text)?.[1]).toBe(printed);
    },
  );

  test("lists its sources, and each of them is in the journal", () => {
    for (const { id, value, sources } of tallies.values()) {
      for (const source of sources) {
        const known =
          office.entries.has(source) ||
          office.positions.has(source) ||
          office.problems.has(source) ||
          office.publications.has(source);
        expect([id, source, known]).toEqual([id, source, true]);
      }
      if (id === "study") expect(sources).toHaveLength(value);
    }
  });

  test("of the problems is what their steps come to", () => {
    const walls = [...office.problems.values()].filter(
      ({ on, category, unit }) =>
        category === "wall-display" && isVillage(unit) && on >= "2022-01-01" && on <= "2022-06-30",
    );
    expect(tallies.get("wall-display-problems")?.value).toBe(walls.length);
    expect(walls.every(({ steps }) => steps.some(({ type }) => type === "problem-closed"))).toBe(
      true,
    );
    expect(text).toContain(`发现问题${walls.length}个，已全部整改到位`);
  });
});

test("releases add up by level, and each is in the journal behind three signatures", () => {
  const released = (level?: string) =>
    [...office.publications.values()]
      .flatMap(({ steps }) => steps)
      .filter(({ type }) => type === "publication-released")
      .filter(({ mediaLevel }) => level === undefined || mediaLevel === level);
  expect(tallies.get("releases")?.value).toBe(released().length);
  expect(tallies.get("releases-own")?.value).toBe(released("own").length);
  expect(tallies.get("releases-county")?.value).toBe(released("county").length);
  expect(text).toContain(`信息发布${released().length}篇次`);
  const first = [...office.publications.values()].find(({ title }) => title.includes("春耕"));
  expect(first?.steps.filter(({ type }) => type === "publication-reviewed")).toHaveLength(4);
});

test("the sample is not the easy case", () => {
  const study = of("study");
  const both = study.filter(
    ({ marks }) => marks.includes("theory-centre") && marks.includes("discussion"),
  );
  expect(both.length).toBeGreaterThanOrEqual(2);
  expect(groups().every(({ opened }) => opened < "2022-01-01")).toBe(true);
  expect(of("volunteer-activity").some(({ quantity }) => quantity > 1)).toBe(true);
  expect([...office.entries.values()].some(({ voided }) => voided)).toBe(true);
  expect(
    [...office.entries.values()].some(({ on }) => on < "2022-01-01" || on > "2022-06-30"),
  ).toBe(true);
  expect(
    [...office.problems.values()].some(({ steps }) =>
      steps.some(({ type }) => type === "problem-reopened"),
    ),
  ).toBe(true);
  expect(
    of("position-check").some(
      (entry) =>
        positionOf(entry)?.category === "wall-display" && !isVillage(positionOf(entry)?.unit),
    ),
  ).toBe(true);
});

test("the report has the outline of its kind: title on two lines, addressee, levels, no signature", () => {
  const blocks = text.trim().split("\n\n");
  expect(blocks[0]).toMatch(/2022年上半年$/);
  expect(blocks[1]).toMatch(/报告$/);
  expect(blocks[2]).toMatch(/：$/);
  expect(blocks.find((block) => block.startsWith("一、"))).toBeDefined();
  for (const number of ["（一）", "（二）", "（三）", "（四）"]) {
    expect(blocks.some((block) => block.startsWith(number))).toBe(true);
  }
  expect(text).toContain("存在的问题和不足\n\n一是");
  expect(text).not.toContain("待填");
  expect(text).not.toMatch(/\d{4}年\d+月\d+日\s*$/);
});

test("the Markdown says the same", async () => {
  const markdown = await readFile(join(folder, "report.md"), "utf8");
  const plain = (said: string) => said.replaceAll(/[#*\\\s]|<br>/g, "");
  expect(plain(markdown)).toBe(plain(text));
});

test("the office that it leaves is whole, and every command works on it", async () => {
  const at = ["--office", join(folder, "office")];
  expect(JSON.parse((await run([...at, "verify", "--json"])).out)).toMatchObject({ ok: true });
  const again = await run([...at, "tally", "--period", "2022-H1", "--json"]);
  expect(JSON.parse(again.out)).toEqual([...tallies.values()]);
  const report = await run([...at, "report", "--period", "2022-H1"]);
  expect(report.out).toBe(text);
  const quarter = await run([...at, "tally", "study", "--period", "2022-Q1", "--json"]);
  const first = of("study").filter(({ on }) => on <= "2022-03-31").length;
  expect(JSON.parse(quarter.out)).toMatchObject([{ value: first }]);
  const byMonth = await run([
    ...at,
    "tally",
    "study",
    "--period",
    "2022-H1",
    "--by",
    "month",
    "--json",
  ]);
  const [{ rows }] = JSON.parse(byMonth.out);
  expect(rows.reduce((sum: number, row: { value: number }) => sum + row.value, 0)).toBe(16);
});

test("piped, the demo prints the tallies and the report", async () => {
  const ran = await run(["demo"]);
  expect(ran).toMatchObject({ code: 0, err: "" });
  expect(ran.out).toContain("600余次");
  expect(ran.out).toContain(text.trim());
});
