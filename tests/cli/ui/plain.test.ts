import { expect, test } from "vitest";
import { isPlainAsked } from "../../../cli/plain-asked.ts";
import { numbered, renderingOf, spoken, told } from "../../../cli/tui/ui/plain.ts";

test("a row of a table is said by the names of its columns, without what is only drawn", () => {
  const columns = ["指标", "现在", "目标", "进度", "各月"];
  expect(spoken(columns, ["集中学习", "3次", "12次", "██░░░░░░", "·▁█··"])).toBe(
    "指标: 集中学习; 现在: 3次; 目标: 12次",
  );
  expect(spoken(columns, ["集中学习", "0次", "", "", ""])).toBe("指标: 集中学习; 现在: 0次");
});

test("lines are numbered from 1, the chosen one by a sign", () => {
  expect(numbered(0, false, "会议")).toBe("1. 会议");
  expect(numbered(9, true, "会议")).toBe("> 10. 会议");
});

test("a drawn line is said without its sign and without what only lines it up", () => {
  expect(told("  ○ 2022-06-29    待复审   春耕")).toBe("2022-06-29  待复审  春耕");
  expect(told("- 公众号  已检查 2/2")).toBe("公众号  已检查 2/2");
  expect(told("-1 条")).toBe("-1 条");
});

test("the environment asks for it by our variable or by Ink's, and not by an empty one", () => {
  expect(isPlainAsked({ TAIZHANG_PLAIN: "1" })).toBe(true);
  expect(isPlainAsked({ INK_SCREEN_READER: "true" })).toBe(true);
  expect(isPlainAsked({})).toBe(false);
  expect(isPlainAsked({ TAIZHANG_PLAIN: "0", INK_SCREEN_READER: "" })).toBe(false);
});

test("what is read aloud stays on the ordinary screen", () => {
  expect(renderingOf(true)).toMatchObject({ alternateScreen: false, isScreenReaderEnabled: true });
  expect(renderingOf(false)).toMatchObject({ alternateScreen: true, isScreenReaderEnabled: false });
});
