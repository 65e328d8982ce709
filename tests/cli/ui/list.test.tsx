import { cleanup, render } from "ink-testing-library";
import { afterEach, expect, test } from "vitest";
import { ListView } from "../../../cli/tui/ui/list.tsx";
import { useList } from "../../../cli/tui/ui/use-list.ts";
import { widthOf } from "../../../cli/tui/ui/width.ts";

const height = 7;
const width = 24;
let read = 0;
const line = (row: string) => {
  read++;
  return { text: row };
};
function Rows({ rows }: { readonly rows: readonly string[] }) {
  const list = useList(rows, height);
  return <ListView list={list} width={width} line={line} rowKey={(row) => row} />;
}

const many = Array.from({ length: 10_000 }, (_, at) => `第${at}条：集中学习会议记录`);
const key = {
  up: "\u001b[A",
  down: "\u001b[B",
  pageDown: "\u001b[6~",
  home: "\u001b[H",
  end: "\u001b[F",
};

afterEach(cleanup);
const open = (rows: readonly string[]) => {
  const screen = render(<Rows rows={rows} />);
  const lines = () => (screen.lastFrame() ?? "").split("\n");
  const chosen = () => lines().filter((one) => one.startsWith("›"));
  return { ...screen, lines, chosen };
};

test("of ten thousand rows only those are drawn that are seen, each on one line of its room", () => {
  read = 0;
  const { lines, chosen } = open(many);
  expect(lines()).toHaveLength(height);
  expect(read).toBe(height);
  expect(lines().every((one) => widthOf(one) <= width)).toBe(true);
  expect(chosen()).toEqual([expect.stringContaining("第0条")]);
});

test("the keys lead through it and stop at its ends", async () => {
  const { stdin, lines, chosen } = open(many);
  const press = async (keys: string, row: number) => {
    stdin.write(keys);
    await expect.poll(chosen).toEqual([expect.stringContaining(`第${row}条`)]);
    expect(lines()).toHaveLength(height);
  };
  await press(key.down, 1);
  await press(key.pageDown, 1 + height);
  await press(key.end, 9_999);
  expect(lines().at(-1)).toContain("第9999条");
  await press(key.up, 9_998);
  await press(key.home, 0);
  await press(key.up, 0);
});

test("when rows are taken away, the choice stands on one that is left", async () => {
  const { stdin, rerender, lines, chosen } = open(many);
  stdin.write(key.end);
  await expect.poll(chosen).toEqual([expect.stringContaining("第9999条")]);
  rerender(<Rows rows={many.slice(0, 3)} />);
  expect(lines()).toHaveLength(3);
  expect(chosen()).toEqual([expect.stringContaining("第2条")]);
  rerender(<Rows rows={[]} />);
  expect(chosen()).toEqual([]);
});
