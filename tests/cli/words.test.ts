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
