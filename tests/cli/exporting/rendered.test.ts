/** The pages themselves, drawn by LibreOffice; none of the fonts that are named need be there. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { run } from "../../support/program.ts";
import { cannotRender, type PlacedWord, readPages, readPlaces } from "../../support/rendering.ts";

const title = `the report as PDF${cannotRender ? ` (skipped: ${cannotRender})` : ""}`;

describe.skipIf(cannotRender)(title, { timeout: 180_000 }, () => {
  let folder = "";
  let pages: string[][] = [];
  let places: PlacedWord[][] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-test-"));
    const taizhang = (...args: string[]) =>
      run(["--office", join(folder, "office"), ...args], { PATH: process.env.PATH ?? "" });
    await taizhang("init", "--name", "青禾镇党委", "--admin", "王芳");
    const period = ["--period", "2022-H1"];
    await taizhang("statement", "next-steps", ...period, "--text", "文".repeat(28 * 70));
    const file = join(folder, "报告.pdf");
    const written = await taizhang("report", ...period, "--out", file);
    expect(written).toMatchObject({ code: 0 });
    expect((await readFile(file)).subarray(0, 5).toString()).toBe("%PDF-");
    pages = await readPages(file);
    places = await readPlaces(file);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const full = () =>
    pages.map((page) => page.map((line) => line.trim()).filter((line) => /^文+$/.test(line)));

  test("a full page has 22 lines of 28 characters", () => {
    const [page] = full().filter((lines) => lines.length >= 20);
    expect(page).toHaveLength(22);
    expect(page?.map((line) => line.length)).toEqual(Array(22).fill(28));
  });

  test("the lines fill the type area, 28 mm from the left and 26 mm from the right", () => {
    const words = places.flat().filter(({ text }) => text === "文".repeat(28));
    expect(words.length).toBeGreaterThan(22);
    const mm = (points: number) => (points / 72) * 25.4;
    for (const { left, right } of words) {
      expect(Math.abs(mm(left) - 28)).toBeLessThan(1);
      expect(Math.abs(210 - mm(right) - 26)).toBeLessThan(1);
    }
  });

  test("page numbers stand 7 mm below the type area, odd ones right and even ones left", () => {
    const dashes = places.map((page) => page.filter(({ text }) => text === "—").slice(-2));
    for (const [at, [first, second]] of dashes.entries()) {
      if (!first || !second) throw new Error(`page ${at + 1} has no number`);
      const middle = 841.89 - (first.top + first.bottom) / 2;
      expect(Math.abs((middle / 72) * 25.4 - 28)).toBeLessThan(1.5);
      if (at % 2 === 0) expect(595.3 - second.right).toBeCloseTo((26 / 25.4) * 72 + 14, -1);
      else expect(first.left).toBeCloseTo((28 / 25.4) * 72 + 14, -1);
    }
  });

  test("the title is in the middle of the page, each of its lines whole", () => {
    expect(pages[0]?.slice(0, 2).map((line) => line.replaceAll(" ", ""))).toEqual([
      "青禾镇党委2022年上半年",
      "宣传思想文化工作专题报告",
    ]);
  });
});

test("where there is no LibreOffice that is said, with what to do, and nothing is written", async () => {
  const folder = await emptyFolder();
  const office = join(folder, "office");
  await run(["--office", office, "init", "--name", "测试镇", "--admin", "王芳"]);
  const report = ["report", "--period", "2022-H1", "--out", join(folder, "报告.pdf")];
  const { code, err } = await run(["--office", office, ...report], { PATH: folder });
  expect(code).toBe(1);
  expect(err).toContain("没有 LibreOffice");
  await expect(readFile(join(folder, "报告.pdf"))).rejects.toThrow();
});
