import { cleanup, render } from "ink-testing-library";
import { afterEach, expect, test, vi } from "vitest";
import type { Field, Values } from "../../../cli/tui/ui/field.ts";
import { FormView } from "../../../cli/tui/ui/form.tsx";
import { type FormActions, useForm } from "../../../cli/tui/ui/use-form.ts";
import { widthOf } from "../../../cli/tui/ui/width.ts";

const place = { top: 2, width: 40, height: 12 };
const fields: readonly Field[] = [
  { name: "title", label: "标题", type: "text" },
  {
    name: "units",
    label: "单位",
    type: "many",
    options: [
      { id: "east", label: "东洼村", spelt: ["dwc", "dongwacun"] },
      { id: "west", label: "西河村", spelt: ["xhc", "xihecun"] },
    ],
  },
  { name: "done", label: "合格", type: "check" },
  { name: "on", label: "日期", type: "text", initial: "2022-06-30", offered: true },
];
const key = {
  left: "\u001b[D",
  right: "\u001b[C",
  home: "\u001b[H",
  end: "\u001b[F",
  delete: "\u001b[3~",
  backspace: "\u007f",
  tab: "\t",
  backTab: "\u001b[Z",
  down: "\u001b[B",
  enter: "\r",
  save: "\u0013",
};
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;

afterEach(cleanup);

const Form = (actions: FormActions) => (
  <FormView form={useForm(fields, actions)} place={place} complaint="写一个标题" />
);

function open() {
  const saved = vi.fn<(values: Values) => void>();
  const clean = (typed: string) => typed.replaceAll("\n", " ");
  const noneFits = (typed: string) => `没有“${typed}”`;
  const { stdin, lastFrame } = render(
    <Form save={saved} cancel={() => {}} clean={clean} noneFits={noneFits} />,
  );
  const lines = () => (lastFrame() ?? "").split("\n");
  return {
    lines,
    saved,
    press: (keys: string) => stdin.write(keys),
    here: () => lines().find((line) => line.startsWith("›")) ?? "",
    save: () => {
      stdin.write(key.save);
      return saved.mock.lastCall?.[0];
    },
  };
}

test("people's characters are typed, walked over and taken away whole", async () => {
  const { press, here, save } = open();
  press("学习👨‍👩‍👧会");
  await expect.poll(here).toMatch(/学习👨会$/); // terminals differ on families: one stands for it
  expect(save()?.title?.text).toBe("学习👨‍👩‍👧会");
  press(key.left);
  press(key.backspace);
  await expect.poll(here).toMatch(/学习会$/);
  press(key.home);
  press(key.delete);
  await expect.poll(here).toMatch(/ {2}习会$/);
  press("练");
  press(key.end);
  press("议");
  await expect.poll(here).toMatch(/ {2}练习会议$/);
  expect(save()?.title?.text).toBe("练习会议");
});

test("what is pasted goes in as one text, cleaned, and presses no key", async () => {
  const { press, here, save } = open();
  press(paste("第一行\n第二行"));
  await expect.poll(here).toContain("第一行 第二行");
  expect(save()?.title?.text).toBe("第一行 第二行");
});

test("a text longer than its room is seen around the caret, on one line", async () => {
  const { press, here, lines } = open();
  press(`头${"很".repeat(40)}尾`);
  await expect.poll(here).toMatch(/尾$/);
  expect(lines().every((line) => widthOf(line) <= place.width)).toBe(true);
  press(key.home);
  await expect.poll(here).toContain("头");
});

test("several are chosen by their initials; Backspace takes the last one back", async () => {
  const { press, here, save } = open();
  press(key.tab);
  press("xhc");
  await expect.poll(here).toContain("xhc");
  press(key.enter);
  await expect.poll(here).toContain("[西河村]");
  press("东洼");
  press(key.enter);
  await expect.poll(here).toContain("[西河村、东洼村]");
  press(key.backspace);
  await expect.poll(here).toMatch(/\[西河村\] *$/);
  expect(save()?.units?.chosen).toEqual(["west"]);
});

test("what is typed into a choice is chosen on the way out, by Tab or by saving", async () => {
  const { press, here, lines, save } = open();
  press(key.tab);
  press("东洼村");
  await expect.poll(here).toContain("东洼村");
  press(key.tab);
  await expect.poll(here).toContain("合格");
  expect(lines().join("\n")).toMatch(/单位 {2}东洼村/);
  press(key.backTab);
  press("东洼村");
  await expect.poll(here).toMatch(/\[东洼村\] 东洼村/);
  press(key.tab);
  await expect.poll(here).toContain("合格");
  expect(lines().join("\n")).toMatch(/单位 {2}东洼村/); // said once more, it stays chosen
  press(key.backTab);
  press("xhc");
  await expect.poll(here).toContain("xhc");
  expect(save()?.units?.chosen).toEqual(["east", "west"]);
});

test.each([
  ["Enter", key.enter],
  ["Tab", key.tab],
  ["saving", key.save],
])("what fits nothing stays in its field, and %s says so", async (_, leaving) => {
  const { press, here, lines, saved } = open();
  press(key.tab);
  press("北");
  await expect.poll(here).toContain("北");
  press(leaving);
  await expect.poll(() => lines().join("\n")).toContain("没有“北”");
  expect(here()).toContain("单位  北");
  expect(saved).not.toHaveBeenCalled();
});

test("the option that Enter takes has a sign, not a colour alone", async () => {
  const { press, lines } = open();
  press(key.tab);
  press("村");
  await expect.poll(() => lines().join("\n")).toMatch(/› {3}东洼村\n {4}西河村/);
  press(key.down);
  await expect.poll(() => lines().join("\n")).toMatch(/ {4}东洼村 *\n› {3}西河村/);
});

test("what is typed takes the place of what was offered; after any other key it is added", async () => {
  const { press, here, save } = open();
  press(key.tab + key.tab + key.tab);
  await expect.poll(here).toContain("日期  2022-06-30");
  press("上周五");
  await expect.poll(here).toMatch(/日期 {2}上周五$/);
  press("！");
  await expect.poll(here).toMatch(/日期 {2}上周五！$/);
  press(key.backTab + key.tab);
  press(key.backspace);
  await expect.poll(here).toMatch(/日期 {2}上周五$/);
  press("晚");
  await expect.poll(here).toMatch(/日期 {2}上周五晚$/);
  expect(save()?.on?.text).toBe("上周五晚");
});

test("a blank turns a check, and what follows is its remark", async () => {
  const { press, here, save } = open();
  press(key.tab + key.tab);
  await expect.poll(here).toContain("合格  ✓");
  press(" ");
  await expect.poll(here).toContain("合格  ✗");
  press("有破损");
  await expect.poll(here).toContain("✗ 有破损");
  expect(save()?.done).toMatchObject({ passed: false, text: "有破损" });
});

test("the complaint is said below the fields, and the form keeps to its height", () => {
  const { lines } = open();
  expect(lines()).toHaveLength(place.height);
  expect(lines()).toContain("写一个标题");
});
