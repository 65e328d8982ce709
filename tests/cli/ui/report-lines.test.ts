import fc from "fast-check";
import { expect, test } from "vitest";
import { type Layout, layOut } from "../../../cli/tui/screens/report/lines.ts";
import { headingFrom, lineAt, placeOf } from "../../../cli/tui/screens/report/places.ts";
import { type Span, wrapSpans } from "../../../cli/tui/screens/report/wrap-spans.ts";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import type { Block, Document, Inline } from "../../../shared/report/document.ts";
import { blockText } from "../../../shared/report/formats/text.ts";
import type { StatementId } from "../../../shared/words/ids.ts";
import { type PeriodId, periodOf } from "../../../shared/words/period.ts";

const period = periodOf("2022-H1" as PeriodId);
const words = (text: string): Inline => ({ type: "text", text });
const written = (text: string, statement = "a"): Inline => ({
  type: "written",
  statement: statement as StatementId,
  text,
});
const phrase = fc
  .array(fc.constantFrom("集中学习", "共16次，", "。", "a b", "600余", "👨‍👩‍👧", "："))
  .map((parts) => parts.join(""));
const inlines = fc.array(
  fc.oneof(
    phrase.map(words),
    phrase.map((text) => written(text, "b")),
  ),
  { minLength: 1, maxLength: 4 },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((all): Block => ({ type: "paragraph", inlines: all })),
  inlines.map((all): Block => ({ type: "heading", number: "一、", inlines: all })),
  fc
    .tuple(inlines, inlines)
    .map(
      ([heading, rest]): Block => ({ type: "section", number: "（一）", heading, inlines: rest }),
    ),
  inlines.map((all): Block => ({ type: "signature", inlines: all })),
);
const document = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks): Document => ({ period, blocks }));
const shown = ({ spans }: { readonly spans: readonly Span[] }) =>
  spans.map(({ text }) => text).join("");

test("the preview says, letter by letter, what the exported text says, in lines that fit", () => {
  fc.assert(
    fc.property(document, fc.integer({ min: 20, max: 84 }), (report, width) => {
      const { lines, blocks } = layOut(report, width);
      expect(lines.every((line) => widthOf(shown(line)) <= width)).toBe(true);
      expect(blocks.map(({ text }) => text)).toEqual(report.blocks.map(blockText));
      for (const [at, { text, first }] of blocks.entries()) {
        const own = lines.slice(first, blocks[at + 1]?.first);
        expect(own.map(shown).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }
    }),
  );
});

test("a place is found again in another width: in the same block, and the same line in the same width", () => {
  fc.assert(
    fc.property(document, fc.nat(), (report, pick) => {
      const wide = layOut(report, 80);
      const narrow = layOut(report, 24);
      const at = pick % narrow.lines.length;
      const place = narrow.lines[at];
      if (!place) throw new Error("no such line");
      expect(lineAt(narrow, place)).toBe(at);
      const there = wide.lines[lineAt(wide, place)];
      expect(there).toMatchObject({ heading: place.heading, block: place.block });
    }),
  );
});

test("no line begins with a stop, and no number is torn apart", () => {
  const rows = (texts: readonly string[], width: number) =>
    wrapSpans(
      texts.map((text) => ({ text })),
      width,
    ).map((spans) => spans.map(({ text }) => text).join(""));
  const within = rows(["听讲", "志愿活动共计参加500余人次，很好。"], 22);
  expect(within).toEqual(["听讲志愿活动共计参加", "500余人次，很好。"]);
  expect(rows(["先后参加的有500，很好"], 15)[0]).toBe("先后参加的有");
  const figure = rows(["组织宣讲，听讲", "500", "余人次。"], 16);
  expect(figure).toEqual(["组织宣讲，听讲", "500余人次。"]);
  expect(rows(["一二三四五，六"], 10)).toEqual(["一二三四", "五，六"]);
  expect(rows(["一二三四", "五", "，六"], 10)).toEqual(["一二三四", "五，六"]);
});

const sample = (): Layout =>
  layOut(
    {
      period,
      blocks: [
        { type: "heading", number: "一、", inlines: [words("概况")] },
        { type: "paragraph", inlines: [words("很长的一段。".repeat(12)), words("近600次左右。")] },
        { type: "heading", number: "二、", inlines: [words("问题")] },
        { type: "paragraph", inlines: [written("第一点。", "issues")] },
        { type: "paragraph", inlines: [written("第二点。", "issues")] },
      ],
    },
    40,
  );

test("the headings lead on and back, and before the first is the beginning", () => {
  const layout = sample();
  const second = headingFrom(layout, 0, 1) ?? -1;
  expect(shown(layout.lines[second] ?? { spans: [] })).toBe("二、问题");
  expect(headingFrom(layout, second, -1)).toBe(0);
  expect(headingFrom(layout, second, 1)).toBeUndefined();
});

test("a statement of several paragraphs is one stop; a finding leads to its sentence or its statement", () => {
  const layout = sample();
  expect(layout.stops).toEqual([{ type: "statement", statement: "issues", written: true }]);
  const sentence = placeOf(layout, {
    issue: "hedged-twice",
    number: "600",
    place: { sentence: "近600次左右。" },
  });
  expect(shown(layout.lines[sentence?.line ?? 0] ?? { spans: [] })).toContain("近600次");
  const statement = placeOf(layout, {
    issue: "unwritten",
    statement: "issues" as StatementId,
    label: "问题",
  });
  expect(statement).toEqual({ line: layout.lineOfStop[0], stop: 0 });
  expect(placeOf(layout, { issue: "late", operation: "abcd-1", type: "entry-logged" })).toBe(
    undefined,
  );
});
