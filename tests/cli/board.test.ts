import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder } from "../support/folder.ts";
import { run } from "../support/program.ts";

let office: string[];
const board = async (period: string) =>
  JSON.parse((await run([...office, "board", "--period", period, "--json"])).out);

beforeEach(async () => {
  office = ["--office", join(await emptyFolder(), "office")];
  await run([...office, "init", "--name", "测试镇", "--admin", "王芳"]);
});

test("a position is due by its category's cycle, counted from its last inspection", async () => {
  const added = ["position", "add", "public-account", "镇公众号", "--date", "2022-01-10"];
  await run([...office, ...added]);
  expect((await board("2022-03")).checks).toMatchObject([
    { name: "镇公众号", due: "2022-01-31", overdue: 59 },
  ]);
  await run([...office, "inspect", "镇公众号", "--date", "2022-02-20"]);
  expect((await board("2022-02")).checks).toEqual([]);
  expect((await board("2022-03")).checks).toMatchObject([
    { inspected: "2022-02-20", due: "2022-03-31", overdue: 0 },
  ]);
});

test("a problem is due by its deadline, and units without a record are named", async () => {
  const raised = ["problem", "raise", "玻璃破损", "--date", "2022-06-01", "--json"];
  const { id } = JSON.parse((await run([...office, ...raised])).out);
  const assigned = ["--owner", "王芳", "--deadline", "2022-06-20", "--date", "2022-06-02"];
  await run([...office, "problem", "assign", id, ...assigned]);
  const { problems, tallies } = await board("2022-H1");
  expect(problems).toMatchObject([{ id, deadline: "2022-06-20", days: -10 }]);
  const covered = tallies.find(({ without }: { without: string[] }) => without.length > 0);
  expect(covered.without).toHaveLength(23);

  const plain = await run([...office, "board", "--period", "2022-H1"]);
  expect(plain.out).toContain("逾期 10 天");

  const withdrawn = await run([...office, "problem", "withdraw", id, "--json"]);
  expect(JSON.parse(withdrawn.out)).toEqual({ id, withdrawn: "problem-assigned" });
  expect((await board("2022-H1")).problems).toEqual([]);
  expect(await run([...office, "problem", "withdraw", id])).toMatchObject({
    code: 2,
    err: expect.stringContaining("还没有可以撤回的步骤"),
  });
});
