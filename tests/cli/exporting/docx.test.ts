/** What the command writes, read back by nobody's library and compared with what was counted elsewhere. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { run } from "../../support/program.ts";
import {
  bodyOf,
  findAll,
  findFaults,
  type Parts,
  paragraphs,
  readParts,
  tables,
  textOf,
} from "../../support/word.ts";

const golden = join(import.meta.dirname, "..", "..", "golden", "0.2.0");

test("the words and figures of a Word document are those that an earlier release printed and counted", async () => {
  const folder = await emptyFolder();
  const office = join(folder, "office");
  await cp(join(golden, "office"), office, { recursive: true });
  const write = async (name: string, more: Readonly<Record<string, string>>) => {
    const out = join(folder, name);
    const asked = ["report", "--period", "2022-H1", "--annex", "--out", out];
    expect(await run(["--office", office, ...asked], more)).toMatchObject({ code: 0 });
    return readFile(out);
  };
  const bytes = await write("报告.docx", { TZ: "Asia/Shanghai" });
  const again = await write("又一份.docx", { TZ: "America/Los_Angeles" });
  expect(again.equals(bytes)).toBe(true);

  const parts = readParts(bytes);
  expect(findFaults(parts)).toEqual([]);
  const printed = (await readFile(join(golden, "report.txt"), "utf8")).trimEnd().split("\n\n");
  const written = paragraphs(parts).map(({ text }) => text.trim());
  const end = written.findIndex((text) => text.startsWith("附件："));
  expect(written.slice(0, end).filter(Boolean)).toEqual(printed);

  const counted: { label: string; value: number; sources: string[] }[] = JSON.parse(
    await readFile(join(golden, "tallies.json"), "utf8"),
  );
  const byLabel = new Map(counted.map((tally) => [tally.label, tally]));
  const overview = tables(parts).find(([head]) => head?.includes("统计口径")) ?? [];
  expect(overview.length).toBeGreaterThan(15);
  for (const [, label = "", , value, , count] of overview.slice(1)) {
    const tally = byLabel.get(label);
    expect([label, Number(value), Number(count)]).toEqual([
      label,
      tally?.value,
      tally?.sources.length,
    ]);
  }
});

test("every figure's records are found in the annex, and each set of them stands there once", async () => {
  const folder = await emptyFolder();
  const office = join(folder, "office");
  await cp(join(golden, "office"), office, { recursive: true });
  const out = join(folder, "报告.docx");
  const asked = ["report", "--period", "2022-H1", "--annex", "--out", out];
  expect(await run(["--office", office, ...asked])).toMatchObject({ code: 0 });
  const parts = readParts(await readFile(out));
  const counted: { label: string; sources: string[] }[] = JSON.parse(
    await readFile(join(golden, "tallies.json"), "utf8"),
  );
  const byLabel = new Map(counted.map(({ label, sources }) => [label, sources.toSorted()]));
  const { found, listed, added } = recordsIn(parts);
  const overview = tables(parts).find(([head]) => head?.includes("统计口径")) ?? [];
  const withRecords = overview.slice(1).filter(([, , , , , count]) => count !== "0");
  expect([...found.keys()]).toEqual(withRecords.map(([number, label]) => `${number}. ${label}`));
  const labelOf = (heading: string) => heading.replace(/^\d+\. /, "");
  for (const [heading, names] of found) {
    expect(names.toSorted()).toEqual(byLabel.get(labelOf(heading)));
  }
  const saidOf = (label: string) => Number(overview.find(([, said]) => said === label)?.[3]);
  expect(added.map(([heading, ...sum]) => [labelOf(heading), ...sum])).toEqual([
    ["宣讲辅导", "人次", saidOf("宣讲辅导人次")],
    ["志愿服务队", "数量", saidOf("志愿服务活动")],
  ]);
  const sets = listed.map((names) => names.toSorted().join(" "));
  expect(new Set(sets).size).toBe(sets.length);
  expect(sets.length).toBeLessThan(found.size);
});

/** What stands under each figure's heading: its records with their amounts, or which figure has them. */
function recordsIn(parts: Parts) {
  const found = new Map<string, string[]>();
  const listed: string[][] = [];
  const added: [heading: string, amount: string, whole: number][] = [];
  let heading = "";
  for (const node of bodyOf(parts).children) {
    const text = textOf(node);
    const [, title, count] = /^(\d+\. .+)（记录(\d+)条）$/.exec(text) ?? [];
    const [, same = "", asMany] = /^同“(.+)”的(\d+)条记录。$/.exec(text) ?? [];
    if (node.name === "w:p" && title) {
      heading = title;
      found.set(heading, Array(Number(count)).fill("missing"));
    } else if (heading !== "" && node.name === "w:tbl") {
      const [head = [], ...rows] = findAll(node, "w:tr").map((row) =>
        findAll(row, "w:tc").map(textOf),
      );
      const names = rows.map((cells) => cells.at(-1) ?? "");
      for (const [at, amount] of head.entries()) {
        if (amount !== "数量" && amount !== "人次") continue;
        const whole = rows.reduce((sum, cells) => sum + Number(cells[at]), 0);
        added.push([heading, amount, whole]);
      }
      expect(names).toHaveLength(found.get(heading)?.length ?? 0);
      listed.push(names);
      found.set(heading, names);
    } else if (heading !== "" && same !== "") {
      const names = found.get(same) ?? [];
      expect([names.length, found.get(heading)?.length]).toEqual([Number(asMany), Number(asMany)]);
      found.set(heading, names);
    }
  }
  return { found, listed, added };
}

test("another office's profile, with its signature and its own layout, is written as well", async () => {
  const folder = await emptyFolder();
  const taizhang = (...args: string[]) => run(["--office", join(folder, "office"), ...args]);
  await taizhang("init", "--profile", "work-safety", "--name", "安全办", "--admin", "王芳");
  const profile = join(folder, "office", "profile.yaml");
  const text = await readFile(profile, "utf8");
  const layout = "document: { seal: true, fonts: { set: windows }, annex: true }\n";
  await writeFile(profile, `${text}\n${layout}`);
  expect(await taizhang("profile", "adopt")).toMatchObject({ code: 0 });
  const out = join(folder, "总结.docx");
  expect(await taizhang("report", "--period", "2022-H1", "--out", out)).toMatchObject({ code: 0 });
  const parts = readParts(await readFile(out));
  expect(findFaults(parts)).toEqual([]);
  const signed = paragraphs(parts).filter(({ style }) => style === "Signature");
  expect(signed.map(({ text: line }) => line)).toEqual(["安全办", "2022年6月30日"]);
  expect(paragraphs(parts).map(({ text: line }) => line)).toContain("附件：数据出处");
});
