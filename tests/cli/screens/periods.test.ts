/** The leader closes a half-year in the report screen, sees what was corrected, and opens it again. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { program, run } from "../../support/program.ts";
import { openTerminal } from "../../support/terminal.ts";

test("settled, closed, corrected and reopened by keys; another period by its name", async () => {
  const folder = join(await emptyFolder(), "office");
  const taizhang = (...args: string[]) => run(["--office", folder, ...args]);
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  await taizhang("log", "study", "第一次学习", "--date", "2022-03-04");
  await taizhang("statement", "shortcomings", "--period", "2021-H2", "--text", "学习只有3次");
  const terminal = openTerminal(
    process.execPath,
    [program, "--office", folder, "--lang", "zh"],
    {},
  );
  const answers = async (key: string, question: string) => {
    terminal.type(key);
    await terminal.sees(question);
    terminal.type("y");
  };
  await terminal.sees("总览");
  terminal.type("6");
  await terminal.sees("进行中");
  terminal.type("s"); // of the half-year that is running
  await terminal.sees(/才结束，现在就初结？/);
  terminal.type("n");
  await terminal.sees(/^(?!.*现在就初结).*$/s);
  terminal.type("P");
  await terminal.sees("↑ ↓ 换种类");
  terminal.type("第五季度\r");
  await terminal.sees("不是周期");
  terminal.type("\u00152022年上半年\r");
  await terminal.sees("2022-H1");
  terminal.type("6");
  await terminal.sees("2022-H1  进行中");

  await answers("r", "沿用 2021-H2 的 1 段文字");
  await terminal.sees("〔 〕里的数字请按本周期填写");
  terminal.type("\u001b[F"); // to its end
  await terminal.sees("学习只有〔数字〕次");
  terminal.type("\u001b[H");
  await answers("s", "初结 2022-H1？");
  await terminal.sees("已初结（王芳");
  terminal.type("c");
  await terminal.sees("核对出 1 处错误"); // the place that nobody has filled
  terminal.type("先报\u0013");
  await answers("", "仍归档 2022-H1？");
  await terminal.sees("第 1 份固定报告");

  await taizhang("log", "study", "漏记的学习", "--date", "2022-05-05");
  const [{ id }] = JSON.parse((await taizhang("late", "list", "--json")).out);
  await taizhang("late", "admit", id);
  terminal.type("d");
  await terminal.sees("归档时 1次，现在 2次");
  await terminal.sees("漏记的学习");
  terminal.type("\u001b");
  await terminal.sees("第 1 份固定报告");
  terminal.type("o");
  await terminal.sees("重新打开 2022-H1");
  terminal.type("补一次\u0013");
  await terminal.sees("重新打开过（王芳");
  terminal.type("v");
  await terminal.sees("2021-H2");
  await terminal.sees("+2");
  terminal.type("\u001b");
  await terminal.sees("重新打开过（王芳");
  terminal.type("q");
  await terminal.exited;
  const shown = JSON.parse((await taizhang("period", "show", "2022-H1", "--json")).out);
  expect(shown).toMatchObject({ state: "open", editions: [{ counts: false, despite: "先报" }] });
});
