import { cleanup, render } from "ink-testing-library";
import { afterEach, expect, test } from "vitest";
import { Checklists } from "../../../cli/tui/screens/checklists/checklists.tsx";
import { Problems } from "../../../cli/tui/screens/problems/problems.tsx";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { openInspectionDrafts } from "../../../cli/workstation/inspection-drafts.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import { PositionId, WorkstationId } from "../../../shared/words/ids.ts";
import { entryAt, ledgerWith } from "../../support/entries.ts";
import { emptyFolder } from "../../support/folder.ts";
import { ledgerScreen } from "../../support/ledger-screen.tsx";

const key = { down: "\u001b[B", escape: "\u001b", enter: "\r", save: "\u0013" };
afterEach(cleanup);

const trail = (seq: number) => ({ ...entryAt(seq).trail });
const long = "一个很长很长的名称，长得在哪一种窗口里都放不下，所以后面要省略，😀也一样";

const positionAt = (seq: number, name: string, more: object = {}) => ({
  id: `reader01-${seq}`,
  name,
  category: "board",
  quantity: 1,
  opened: "2021-01-01",
  spans: [{ from: "2021-01-01" }],
  trail: trail(seq),
  ...more,
});
const problemAt = (seq: number, title: string, steps: readonly object[] = []) => ({
  id: `reader01-${seq}`,
  title,
  on: "2022-03-01",
  level: "ordinary",
  position: "reader01-1",
  steps,
  trail: trail(seq),
});
const assigned = {
  type: "problem-assigned",
  on: "2022-03-02",
  owner: "reader01-1",
  deadline: "2022-04-01",
  by: "reader01-1",
  seq: 1,
  operation: "reader01-8",
};
const rectified = { ...assigned, type: "problem-rectified", measure: "换了" };

interface Identified {
  readonly id: string;
}
/** Records as the fold would have left them. */
const having = (positions: readonly Identified[], problems: readonly Identified[]): Ledger => {
  const ledger = ledgerWith([]);
  const member = { id: "reader01-1", name: "李敏", role: "leader", duties: [], active: true };
  const filled = (table: unknown, list: readonly Identified[]) =>
    list.reduce(
      (before, one) => before.set(one.id, one),
      table as { set(id: string, value: unknown): never },
    );
  return {
    ...ledger,
    seq: 40,
    members: filled(ledger.members, [{ ...member, trail: trail(1) } as Identified]),
    positions: filled(ledger.positions, positions),
    problems: filled(ledger.problems, problems),
  } as unknown as Ledger;
};
const reader = WorkstationId.parse("reader01");
const position = PositionId.parse("reader01-1");
const office = having(
  [
    positionAt(1, "东村宣传栏", { unit: "east" }),
    positionAt(2, long, { unit: "west" }),
    positionAt(3, "旧栏", { spans: [{ from: "2021-01-01", to: "2022-01-31" }] }),
  ],
  [
    problemAt(11, "玻璃裂纹", [assigned]),
    problemAt(12, long),
    problemAt(13, "已换灯管", [assigned, rectified]),
  ],
);

function open(Screen: typeof Checklists, ledger: Ledger, options: object = {}) {
  const screen = ledgerScreen(ledger, { Screen, ...options });
  const shown = render(screen.element);
  const frame = () => shown.lastFrame() ?? "";
  const sees = (text: string | RegExp) =>
    expect
      .poll(frame)
      .toEqual(
        typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text),
      );
  return { ...screen, frame, sees, type: (keys: string) => shown.stdin.write(keys) };
}

test("at every size and in both languages every line has its room, and the keys stand on the last one", async () => {
  const sizes = [
    { width: 60, height: 16 },
    { width: 80, height: 20 },
    { width: 100, height: 36 },
  ];
  for (const language of ["zh", "en"] as const) {
    for (const size of sizes) {
      const { width, height } = size;
      const fits = (frame: string) => {
        const lines = frame.split("\n");
        expect(lines.length).toBeLessThanOrEqual(height);
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(lines.at(-1)?.trim()).not.toBe("");
      };
      const folder = await emptyFolder();
      const positions = open(Checklists, office, { language, folder, ...size });
      await positions.sees("东村宣传栏");
      fits(positions.frame());
      for (const [keys, seen] of [
        ["v", "旧栏"],
        ["b", language === "zh" ? "按单位" : "by unit"],
        ["d", language === "zh" ? "启用" : "opened"],
      ] as const) {
        positions.type(keys);
        await positions.sees(seen);
        fits(positions.frame());
      }
      positions.type(key.escape);
      await positions.sees("旧栏");
      positions.type(key.enter);
      await positions.sees("整洁");
      fits(positions.frame());
      positions.type("ya");
      await positions.sees(language === "zh" ? "检查汇总" : "What was found");
      const kept = () => openInspectionDrafts(folder, reader).find(position)?.items;
      await expect.poll(kept).toHaveLength(2);
      fits(positions.frame());
      cleanup();
      const problems = open(Problems, office, { language, ...size });
      await problems.sees("玻璃裂纹");
      fits(problems.frame());
      problems.type(key.enter);
      await problems.sees(language === "zh" ? "经过" : "Steps");
      fits(problems.frame());
      problems.type(key.escape);
      await problems.sees("已换灯管");
      problems.type("b");
      if (width >= 96) await problems.sees(/玻璃裂纹.*已换灯管/);
      fits(problems.frame());
      cleanup();
    }
  }
});

test("what others raise meanwhile leaves the choice on its problem", async () => {
  const { frame, sees, type, record } = open(Problems, office);
  await sees("玻璃裂纹");
  type(key.down);
  const chosen = () =>
    frame()
      .split("\n")
      .find((line) => line.startsWith("›"));
  await expect.poll(chosen).toContain("已换灯管");
  const more = problemAt(14, "更早到期", [{ ...assigned, deadline: "2022-03-05" }]);
  record({ ...office, problems: office.problems.set(more.id as never, more as never) });
  await sees("更早到期");
  expect(chosen()).toContain("已换灯管");
});

test("a walk is handed in as what its author saw when it began, each problem behind its inspection", async () => {
  const { sees, type, record, handedIn, notices } = open(Checklists, office, {
    folder: await emptyFolder(),
  });
  await sees("东村宣传栏");
  type("  ");
  await sees("已选 2 处");
  type(key.enter);
  await sees("1/2");
  record({ ...office, seq: 41 as never });
  type("n");
  await sees("不合格：整洁");
  type(key.enter);
  await sees("✗ 整洁");
  type("a");
  await sees("2/2");
  type("a");
  await sees("检查汇总（2 处）");
  type(key.save);
  await expect.poll(() => notices).toHaveLength(1);
  expect(handedIn[0]?.options).toEqual({ saw: 40 });
  expect(handedIn[0]?.bodies.map(({ type: one }) => one)).toEqual([
    "entry-logged",
    "problem-raised",
    "entry-logged",
  ]);
});
