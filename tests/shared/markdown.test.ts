import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Inline } from "../../shared/report/document.ts";
import { escapeMarkdown, toMarkdown } from "../../shared/report/formats/markdown.ts";
import type { StatementId } from "../../shared/words/ids.ts";
import { period } from "../support/told.ts";

const written = (text: string): Inline => ({
  type: "written",
  statement: "plans" as StatementId,
  text,
});
const words = (text: string): Inline => ({ type: "text", text });
const markdown = (...blocks: Block[]) => toMarkdown({ period: period(), blocks });

test("a report in Markdown: a title on two lines, headings, bold run-in headings, paragraphs", () => {
  expect(
    markdown(
      { type: "title", lines: [[words("测试单位2022年上半年")], [words("工作报告")]] },
      { type: "addressee", inlines: [words("上级单位")] },
      { type: "heading", number: "一、", inlines: [words("开展情况")] },
      {
        type: "section",
        number: "（一）",
        heading: [words("抓学习")],
        inlines: [words("按月学。")],
      },
      { type: "section", number: "（二）", heading: [], inlines: [words("按月查。")] },
      {
        type: "paragraph",
        inlines: [{ type: "unwritten", statement: "plans" as StatementId, label: "打算" }],
      },
    ),
  ).toBe(`# 测试单位2022年上半年<br>工作报告

上级单位：

## 一、开展情况

**（一）抓学习**。按月学。

（二）按月查。

〔待填：打算〕
`);
});

test("a bold heading closes before its stop, or it would not close at all", () => {
  const inlines = [words("怎么做")];
  expect(
    markdown({ type: "section", number: "（一）", heading: [words("学什么？")], inlines }),
  ).toBe("**（一）学什么**？怎么做\n");
});

test.each([
  ["**粗**_斜_", "\\*\\*粗\\*\\*\\_斜\\_"],
  ["# 不是标题", "\\# 不是标题"],
  ["- 不是列表", "\\- 不是列表"],
  ["1. 不是列表", "1\\. 不是列表"],
  ["---", "\\---"],
  ["    不是代码", "不是代码"],
  ["<script>x</script>&amp;", "\\<script\\>x\\</script\\>\\&amp;"],
  ["![图](http://x.cn)", "\\!\\[图\\](http\\://x.cn)"],
  ["www.x.cn 与 a@x.cn", "www\\.x.cn 与 a\\@x.cn"],
  ["`代码`|表|~删~$式$", "\\`代码\\`\\|表\\|\\~删\\~\\$式\\$"],
])("what somebody typed, %j, stays what it is", (typed, escaped) => {
  expect(markdown({ type: "paragraph", inlines: [written(typed)] })).toBe(`${escaped}\n`);
});

test("no typed text ends its block: every block stays one, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }),
      (texts) => {
        const lines = texts.map((text) => text.replaceAll("\n", " ").trim()).filter(Boolean);
        const blocks = lines.map(
          (text): Block => ({ type: "paragraph", inlines: [written(text)] }),
        );
        expect(
          markdown(...blocks)
            .trimEnd()
            .split("\n\n"),
        ).toHaveLength(Math.max(1, lines.length));
      },
    ),
  );
});

test("the escapes taken away again give the text back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const text = typed.replaceAll(/\s/gu, "x");
      expect(escapeMarkdown(text).replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(text);
    }),
  );
});
