import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { acquireLock } from "../../../shared/disk/lock.ts";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { modesAtRest, openTerminal } from "../../support/terminal.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "测试镇", "--admin", "王芳"]);
  await run(["--office", folder, "log", "study", "第一次集中学习"]);
});
const open = (columns = 80, rows = 24) =>
  openTerminal(
    process.execPath,
    [program, "--office", folder, "--lang", "zh"],
    {},
    { columns, rows },
  );

test("the figures of last time are there at once, in their places; what is typed waits for the ledger", async () => {
  const first = open();
  await first.sees("已连接");
  const figures = (lines: readonly string[]) =>
    lines.filter((line) => /│|第一次集中学习/.test(line));
  const seen = figures(first.lines());
  first.type("q");
  expect(await first.exited).toBe(0);

  await using _ = await holdOffice();
  const second = open();
  await second.sees("正在打开台账");
  expect(figures(second.lines())).toEqual(seen.map((line) => line.replace("›", " ")));
  second.type("3");
  await _.release();
  await second.sees("第 1 / 1 条");
  second.type("q");
  expect(await second.exited).toBe(0);
});

test("Ctrl-C leaves while it is being opened, and the terminal is as it was", async () => {
  const first = open(120, 40);
  await first.sees("已连接");
  first.type("q");
  await first.exited;
  await using _ = await holdOffice();
  const second = open(120, 40);
  await second.sees("正在打开台账");
  second.type("\u0003");
  await expect.poll(() => second.modes()).toEqual(modesAtRest);
  await _.release();
  expect(await second.exited).toBe(0);
});

test("a picture of last time that cannot be read is passed over", async () => {
  const first = open();
  await first.sees("已连接");
  first.type("q");
  expect(await first.exited).toBe(0);
  const [workstation = ""] = await readdir(join(folder, "workstations"));
  await writeFile(join(folder, "workstations", workstation, "known-board.json"), '{"v":7}');
  const second = open();
  await second.sees("已连接");
  second.type("q");
  expect(await second.exited).toBe(0);
});

/** As another program would that works on the same folder. */
async function holdOffice() {
  const lock = await acquireLock(join(folder, "lock"));
  let isHeld = true;
  const release = async () => {
    if (isHeld) await lock.release();
    isHeld = false;
  };
  return { release, [Symbol.asyncDispose]: release };
}
