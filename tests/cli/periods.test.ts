/** Closing a half-year by commands: what is said, what is frozen, and what stays readable. */
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../support/folder.ts";
import { run } from "../support/program.ts";

async function office() {
  const folder = join(await emptyFolder(), "office");
  const taizhang = (...args: string[]) => run(["--office", folder, ...args]);
  const json = async (...args: string[]) => JSON.parse((await taizhang(...args, "--json")).out);
  return { folder, taizhang, json };
}
const h1 = ["--period", "2022-H1"];

test("a closed half-year is exported again with the same bytes, and its earlier report too", async () => {
  const { folder, taizhang, json } = await office();
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  const { id } = await json("log", "study", "第一次学习", "--date", "2022-03-04");
  await taizhang("statement", "shortcomings", ...h1, "--text", "一条不足");
  const file = (name: string) => join(folder, "..", name);
  const exported = async (name: string, ...more: string[]) => {
    const format = name.endsWith("md") ? "md" : "text";
    await taizhang("report", ...h1, "--format", format, "--out", file(name), ...more);
    return readFile(file(name), "utf8");
  };
  const closed = await taizhang("period", "close", "2022-H1");
  expect(closed).toMatchObject({ code: 0, out: "2022-H1 已归档\n" });
  expect(closed.err).toContain("还没有写");
  const [text, markdown] = [await exported("a.txt"), await exported("a.md")];
  await taizhang("log", "study", "漏记的学习", "--date", "2022-05-05");
  const [{ id: late }] = await json("late", "list");
  await taizhang("late", "admit", late);
  await taizhang("amend", id, "--title", "改过的题目");
  const [{ id: amended }] = await json("late", "list");
  await taizhang("late", "admit", amended);
  expect(await exported("b.txt")).toBe(text);
  expect(await exported("b.md")).toBe(markdown);

  const explained = await json("report", ...h1);
  expect(explained.edition).toMatchObject({ number: 1, counts: true });
  const titles = explained.figures.flatMap(({ sources }: { sources: { title?: string }[] }) =>
    sources.map(({ title }) => title),
  );
  expect(new Set(titles.filter(Boolean))).toEqual(new Set(["第一次学习"]));

  await taizhang("period", "reopen", "2022-H1", "--reason", "补一次学习");
  expect(await exported("c.txt")).not.toBe(text);
  expect(await exported("d.txt", "--frozen", "1")).toBe(text);
  await taizhang("period", "settle", "2022-H1");
  await taizhang("period", "close", "2022-H1");
  const shown = await json("period", "show", "2022-H1");
  expect(shown.editions.map((one: { counts: boolean }) => one.counts)).toEqual([false, true]);
  expect(shown.editions[0].hash).not.toBe(shown.editions[1].hash);
  expect((await taizhang("period", "show", "2022-H1")).out).toMatch(/重新打开周期\s+补一次学习/);
  expect(await taizhang("report", ...h1, "--frozen", "9")).toMatchObject({ code: 2 });
  expect((await taizhang("verify")).code).toBe(0);
});

test("what is wrong by itself is closed only with a reason, which is kept", async () => {
  const { taizhang, json } = await office();
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  await taizhang("statement", "shortcomings", ...h1, "--text", "服务约5766人次。");
  const refused = await taizhang("period", "close", "2022-H1");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("1 处错误");
  expect((await taizhang("period", "close", "2022-H1", "--despite", "上级原文")).code).toBe(0);
  const { editions } = await json("period", "show", "2022-H1");
  expect(editions).toMatchObject([{ despite: "上级原文" }]);
});

test("what an earlier release closed carries no report: it is composed, and that is said", async () => {
  const { folder, taizhang } = await office();
  const golden = join(import.meta.dirname, "..", "golden", "0.1.0");
  await cp(join(golden, "office"), folder, { recursive: true });
  const report = await taizhang("report", ...h1);
  expect(report).toMatchObject({ code: 0 });
  expect(report.err).toContain("旧版程序归档");
  expect((await taizhang("report", "--period", "2021-H2")).err).not.toContain("旧版程序归档");
});

test("who settles a period that is not over is told, and how to take it back", async () => {
  const { taizhang } = await office();
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  expect((await taizhang("period", "settle", "2022-H1")).err).toBe("");
  const early = await taizhang("period", "settle", "2099-H1");
  expect(early.code).toBe(0);
  expect(early.err).toContain("2099-H1 到 2099-06-30 才结束");
  expect(early.err).toContain("taizhang period reopen 2099-H1");
});
