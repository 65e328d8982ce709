import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { keys, openTerminal } from "../../support/terminal.ts";

let folder: string;
const open = (size: { columns: number; rows: number }) =>
  openTerminal(process.execPath, [program, "--office", folder, "--lang", "zh"], {}, size);

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
  await run(["--office", folder, "log", "special-session", "第一次专题研究"]);
});

test.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])("from a tally to its records and back, at $columns columns", async (size) => {
  const terminal = open(size);
  await terminal.sees("该检查或已逾期的阵地：0 处");
  expect(terminal.lines().every((line) => widthOf(line) <= size.columns)).toBe(true);
  terminal.type(keys.enter);
  await terminal.sees(/专题研究.*1次 +1 条/);
  await terminal.sees("第一次专题研究");
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
  terminal.type(keys.enter + keys.enter);
  await terminal.sees("第一次专题研究");
  terminal.type(keys.escape);
  await terminal.sees("最近记入");
});

test("the last step of a problem is taken back with one key", async () => {
  const raised = ["problem", "raise", "玻璃破损", "--json"];
  const { id } = JSON.parse((await run(["--office", folder, ...raised])).out);
  const assigned = ["--owner", "王芳", "--deadline", "2090-01-01"];
  await run(["--office", folder, "problem", "assign", id, ...assigned]);
  const terminal = open({ columns: 80, rows: 24 });
  await terminal.sees("总览");
  terminal.type("5");
  await terminal.sees(/整改中 +2090-01-01 +玻璃破损/);
  terminal.type("i");
  await terminal.sees("不是检查中发现的");
  terminal.type("w");
  await terminal.sees("最后一步：交办");
  await terminal.sees(/已发现 +玻璃破损/);
});
