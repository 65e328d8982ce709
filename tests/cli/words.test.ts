/** Obligations, publications and duties, by the commands of one office. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Run, run } from "../support/program.ts";

const folder = join(mkdtempSync(join(tmpdir(), "taizhang-words-")), "office");
const taizhang = (...args: string[]): Promise<Run> => run(["--office", folder, ...args]);
const json = async (...args: string[]) => JSON.parse((await taizhang(...args, "--json")).out);

beforeAll(async () => {
  expect(await taizhang("init", "--name", "测试镇", "--admin", "王芳")).toMatchObject({ code: 0 });
  for (const [name, role] of [
    ["李敏", "staff"],
    ["周立", "leader"],
  ] as const) {
    expect(await taizhang("member", "add", name, "--role", role)).toMatchObject({ code: 0 });
  }
  return () => rmSync(join(folder, ".."), { recursive: true, force: true });
});

test("obligations are computed from the entries, with what is missing in each stretch", async () => {
  const told = ["--date", "2022-01-10", "--mark", "理论中心组"];
  const { id } = await json("log", "study", "第一次", ...told);
  const all = await json("obligations", "--period", "2022-Q1");
  const monthly = all.find((one: { id: string }) => one.id === "theory-centre");
  expect(monthly).toMatchObject({ every: "month", expected: 3, fulfilled: 1 });
  expect(monthly.demands[0]).toEqual({
    stretch: "2022-01",
    state: "done",
    times: 1,
    entries: [id],
  });
  const { out } = await taizhang("obligations", "--period", "2022-Q1");
  expect(out).toMatch(/理论中心组学习 +1\/3 +每月\n +2022-02 +没做\n +2022-03 +没做/);
  const board = await json("board", "--period", "2022-Q1");
  expect(board.obligations).toContainEqual({
    id: "theory-centre",
    stretch: "2022-03",
    units: [],
    isOver: true,
  });
});

test("a text goes out after three reviews by three members, and is corrected, never overwritten", async () => {
  const on = ["--date", "2022-04-01"];
  const { id } = await json("publication", "draft", "春耕见闻", "--outlet", "镇政府网站", ...on);
  const sign = (as: string) => {
    const words = ["--opinion", "同意", "--proofreading", "未发现差错"];
    return taizhang("publication", "review", id, ...words, ...on, "--as", as);
  };
  expect((await sign("李敏")).out).toContain("初审");
  expect(await sign("李敏")).toMatchObject({ code: 3 });
  const early = await taizhang("publication", "release", id, "--level", "本单位", ...on);
  expect([early.code, early.err]).toEqual([3, expect.stringContaining("审核中")]);
  expect((await sign("周立")).out).toContain("复审");
  expect((await sign("王芳")).err).toContain("拟稿人");
  const back = await taizhang("publication", "send-back", id, "--reason", "数字不符", ...on);
  expect(back.out).toContain("从初审重来");
  expect((await taizhang("undo")).code).toBe(0);
  expect(await json("publication", "list")).toMatchObject([
    { id, stage: "in-review", next: "final" },
  ]);
  const { out } = await taizhang("publication", "show", id);
  expect(out).toMatch(/阶段 +待终审\n2022-04-01 +初审 {2}李敏 {2}同意；校对：未发现差错/);
  const history = await json("history", id);
  expect(history.at(-1).type).toBe("publication-step-withdrawn");
});

test("duties say who answers for what, and whose a problem is", async () => {
  await taizhang("duty", "assign", "周立", "--standing", "first", "--date", "2022-01-01");
  const area = ["--category", "宣传栏", "--date", "2022-01-01"];
  const { id } = await json("duty", "assign", "李敏", ...area);
  const { out } = await taizhang("duty", "list", "--date", "2022-06-30");
  expect(out).toMatch(/周立 +第一责任人/);
  expect(out).toMatch(/李敏 +分工负责 +宣传栏 +2022-01-01 起/);
  await taizhang("position", "add", "宣传栏", "村口宣传栏", "--date", "2021-01-01");
  const at = ["--position", "村口宣传栏", "--date", "2022-04-01"];
  const raised = await json("problem", "raise", "褪色", ...at);
  const told = await taizhang("problem", "raise", "积灰", ...at);
  expect(told.out).toContain("按责任分工由李敏负责");
  const due = ["--deadline", "2022-04-20", "--date", "2022-04-02"];
  expect((await taizhang("problem", "assign", raised.id, ...due)).out).toContain("李敏");
  await taizhang("duty", "end", id, "--date", "2022-04-30");
  expect(await json("duty", "list", "--date", "2022-05-01")).toHaveLength(1);
  const other = await json("problem", "raise", "别处的", "--date", "2022-05-01");
  expect(other.answering).toBeUndefined();
  const late = ["--deadline", "2022-05-20", "--date", "2022-05-02"];
  expect((await taizhang("problem", "assign", other.id, ...late)).err).toContain("--owner");
});
