import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { run } from "../../support/program.ts";

const hashed = (content: Buffer) => createHash("sha256").update(content).digest("hex");

test("a report that contradicts itself is written for a reason only, and the reason is kept beside it", async () => {
  const folder = await emptyFolder();
  const office = join(folder, "office");
  const taizhang = (...args: string[]) => run(["--office", office, ...args]);
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  const state = (text: string) =>
    taizhang("statement", "shortcomings", "--period", "2022-H1", "--text", text);
  expect((await state("参加学习约5766人次")).code).toBe(0);
  const file = join(folder, "报告.md");
  const report = ["report", "--period", "2022-H1", "--format", "md", "--out", file];

  const stopped = await taizhang(...report);
  expect(stopped).toMatchObject({ code: 1, out: "" });
  expect(stopped.err).toMatch(/1 处数字互相矛盾，没有写文件。“约5766人次”已是准确数/);
  expect(await readdir(folder)).toEqual(["office"]);

  const written = await taizhang(...report, "--despite", "原始材料如此");
  expect(written.code).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(["office", "报告.md", "报告.核对.txt"].sort());
  const content = await readFile(file);
  expect(content.toString()).toContain("约5766人次");
  const companion = await readFile(join(folder, "报告.核对.txt"), "utf8");
  expect(companion).toContain("仍然导出的理由：原始材料如此");
  expect(companion).toContain(`报告.md（SHA-256 ${hashed(content)}）`);
  expect(companion).toMatch(/数字互相矛盾的 1 处\n {2}1\. “约5766人次”/);
  expect(companion).toContain("“责任分工”还没有写。");
  const journal = await readFile(join(office, "journal", "000000000001.ndjson"), "utf8");
  const last = JSON.parse(journal.trimEnd().split("\n").at(-1) ?? "");
  expect(companion).toContain(`截至第 ${last.seq} 号，校验值 ${last.hash}`);
  const figures = JSON.parse((await taizhang("report", "--period", "2022-H1", "--json")).out);
  for (const { printed, tally } of figures.figures) {
    const lines = companion.split("\n").filter((line) => line.includes(`（${tally.id}）`));
    const said = new RegExp(`）\\s+${tally.value ?? "无"}\\s.*\\s${printed}$`);
    expect([printed, lines.some((line) => said.test(line))]).toEqual([printed, true]);
  }
  expect(figures.findings).toContainEqual(expect.objectContaining({ severity: "error" }));

  await state("参加学习约6000人次");
  const mended = await taizhang(...report);
  expect(mended.code).toBe(0);
  const again = await readFile(join(folder, "报告.核对.txt"), "utf8");
  expect(again).toContain("数字互相矛盾的 0 处");
  expect(again).not.toContain("仍然导出");
});
