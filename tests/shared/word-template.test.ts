import {
  Footer,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Document as WordDocument,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { compose } from "../../shared/report/compose.ts";
import { fillWordTemplate } from "../../shared/report/word-template/word-template.ts";
import { hostileTexts } from "../support/hostile.ts";
import { logged, period, profileWith, stated, tell } from "../support/told.ts";
import {
  bodyOf,
  findAll,
  findFaults,
  paragraphs,
  readParts,
  tables,
  textOf,
} from "../support/word.ts";

const counted = (id: string, label: string, kind: string, more: object = {}) => ({
  id,
  label,
  unit: "次",
  question: { of: "entries", measure: "count", where: { kinds: [kind] } },
  ...more,
});
const profile = profileWith({
  office: { name: "青禾镇" },
  units: [
    { id: "office", label: "办公室", type: "self" },
    { id: "east", label: "东村", type: "village" },
    { id: "west", label: "西村", type: "village" },
  ],
  indicators: [
    counted("study", "集中学习", "meeting"),
    counted("help", "志愿服务（含集市）", "help"),
    {
      ...counted("topics", "专题", "meeting"),
      question: { of: "entries", measure: "list-titles", where: { kinds: ["meeting"] } },
    },
  ],
  statements: [
    { id: "plans", label: "打算" },
    { id: "gaps", label: "不足" },
  ],
  outline: { title: ["报告"], body: [{ paragraph: "学习{study}。" }] },
});
const evil = "{{study}} {{#units}} $& <w:p/> ]]>";
const ledger = tell(
  profile,
  logged("meeting", { title: "春耕", units: ["east"], on: "2022-01-05" }),
  logged("meeting", { title: evil, units: ["east", "west"], on: "2022-02-05" }),
  stated("plans", `多读书\n${evil}\n${hostileTexts["not characters"]}`),
);
const document = compose(ledger, period());
if (!document) throw new Error("no document");

/** What somebody would make in Word: each text of a paragraph is a run, as Word splits them. */
const made = async (...children: (string | readonly string[] | Table)[]) =>
  Packer.toBuffer(
    new WordDocument({
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph("{{office}}")] }) },
          children: children.map((child) => {
            if (child instanceof Table) return child;
            const runs = typeof child === "string" ? [child] : child;
            return new Paragraph({
              children: runs.map((text) => new TextRun({ text, font: "仿宋" })),
            });
          }),
        },
      ],
    }),
  );
const row = (...cells: string[]) =>
  new TableRow({
    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  });
const fill = (template: Uint8Array) => fillWordTemplate(template, document, ledger, ledger);
const filled = async (...children: Parameters<typeof made>) => {
  const result = await fill(await made(...children));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return readParts(result.bytes);
};
const lines = async (...children: Parameters<typeof made>) =>
  paragraphs(await filled(...children)).map(({ text }) => text);
const errors = async (...children: Parameters<typeof made>) => {
  const result = await fill(await made(...children));
  return result.ok || !("errors" in result) ? result : result.errors;
};

describe("a Word template is filled", () => {
  test("with figures by id or label, their parts, statements, office and period; in the footer too", async () => {
    const parts = await filled(
      "{{office}}{{period}}：{{study}}、{{ 集中学习.value }}、{{志愿服务（含集市）}}",
      ["一共{", "{集", "中学习}", "}。"],
    );
    expect(paragraphs(parts).map(({ text }) => text)).toEqual([
      "青禾镇2022年上半年：2次、2、0次",
      "一共2次。",
    ]);
    const footer = [...parts].find(
      ([path]) => /footer\d/.test(path) && !path.endsWith(".rels"),
    )?.[1];
    expect(footer && textOf(footer)).toBe("青禾镇");
    expect(findFaults(parts)).toEqual([]);
  });

  test("what surrounds a tag keeps its look", async () => {
    const [first] = paragraphs(await filled(["共", "{{study}}"]));
    const fonts =
      first && findAll(first.node, "w:rFonts").map(({ attributes }) => attributes["w:eastAsia"]);
    expect(new Set(fonts)).toEqual(new Set(["仿宋"]));
  });

  test("paragraphs are repeated for the lines of a statement, with their place", async () => {
    const loop = ["好：", "{{#plans.lines}}", "{{序号}}.{{item}}", "{{/plans.lines}}", "完"];
    const expected = ["好：", "1.多读书", `2.${evil}`, expect.stringMatching(/^3\./), "完"];
    expect(await lines(...loop)).toEqual(expected);
    // A list without members leaves nothing, not even an empty line.
    expect(await lines("好：", "{{#gaps.lines}}", "{{item}}", "{{/gaps.lines}}", "完")).toEqual([
      "好：",
      "完",
    ]);
  });

  test("what keeps tables apart stays, though only a tag stands there", async () => {
    const table = () => new Table({ rows: [row("{{item}}")] });
    const parts = await filled("{{#plans.lines}}", table(), "{{/plans.lines}}");
    expect(tables(parts)).toHaveLength(3);
    expect(findFaults(parts)).toEqual([]);
    const names = bodyOf(parts)
      .children.map(({ name }) => name)
      .join(" ");
    expect(names).not.toMatch(/w:tbl w:tbl|w:tbl w:sectPr/);
  });

  test("rows of a table are repeated for records, units, figures", async () => {
    const parts = await filled(
      new Table({
        rows: [
          row("日期", "标题"),
          row("{{#study.sources}}{{日期}}", "{{标题}}{{/study.sources}}"),
        ],
      }),
      new Table({
        rows: [
          row("{{#单位}}{{单位}}", "{{集中学习}}{{/单位}}"),
          row("合计", "{{集中学习.value}}"),
        ],
      }),
      new Table({ rows: [row("{{#figures}}{{label}}", "{{printed}}", "{{rule}}{{/figures}}")] }),
    );
    expect(tables(parts)).toEqual([
      [
        ["日期", "标题"],
        ["2022年1月5日", "春耕"],
        ["2022年2月5日", evil],
      ],
      [
        ["办公室", "0"],
        ["东村", "2"],
        ["西村", "1"],
        ["合计", "2"],
      ],
      [["集中学习", "2次", "事项“会议”的记录条数；2022年1月1日至2022年6月30日"]],
    ]);
  });

  test("a part is kept while its figure is more than nothing, or its statement written", async () => {
    const kept =
      "{{#study}}学习{{study}}。{{/study}}{{#help}}志愿{{help}}。{{/help}}{{#gaps.written}}有{{/gaps.written}}";
    expect(await lines(kept)).toEqual(["学习2次。"]);
  });

  test("what people typed is text: no tag, no markup, nothing that XML has not", async () => {
    expect(await lines("{{plans}}")).toEqual([expect.stringContaining(evil)]);
    const parts = await filled("{{topics.names}}");
    expect(textOf(parts.get("word/document.xml") ?? fail())).toContain(evil);
    expect(findFaults(parts)).toEqual([]);
  });

  test("the same template gives the same bytes", async () => {
    const template = await made("{{study}}");
    const [first, second] = [await fill(template), await fill(template)];
    expect(first.ok && second.ok && Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});

const fail = (): never => {
  throw new Error("missing");
};

describe("what is wrong is told before anything is written", () => {
  test("every unknown name, with its place and the name that was meant", async () => {
    const table = new Table({ rows: [row("{{#units}}{{集中学习1}}", "{{/units}}")] });
    expect(await errors("好", "共{{stduy}}次，{{study.vlaue}}", table, "{{写错了写错了}}")).toEqual(
      [
        {
          issue: "unknown-name",
          name: "stduy",
          nearest: "study",
          place: { part: "body", paragraph: 2, words: "共{{stduy}}次，{{study.vlaue}}" },
        },
        expect.objectContaining({ name: "study.vlaue", nearest: "study.value" }),
        expect.objectContaining({
          name: "集中学习1",
          nearest: "集中学习",
          place: expect.objectContaining({ paragraph: 3 }),
        }),
        expect.objectContaining({ name: "写错了写错了", nearest: undefined }),
      ],
    );
  });

  test.each([
    [["{{#units}}没完"], "not-closed", "units"],
    [["完了{{/units}}"], "closes-nothing", "units"],
    [["{{#units}}{{#problems}}{{/units}}{{/problems}}"], "not-closed", "problems"],
    [["{{units}}"], "is-a-list", "units"],
    [["{{标题}}"], "unknown-name", "标题"],
    [["{{constructor}}{{__proto__}}"], "unknown-name", "constructor"],
  ])("%s: %s", async (words, issue, name) => {
    expect(await errors(...words)).toContainEqual(expect.objectContaining({ issue, name }));
  });

  test("a tag that is not whole", async () => {
    expect(await fill(await made("{{study", "}}"))).toMatchObject({
      ok: false,
      fault: { unreadable: expect.any(String) },
    });
  });

  test("what is no Word document, has macros, or unpacks to far too much", async () => {
    expect(await fill(strToU8("你好"))).toEqual({ ok: false, fault: "not-word" });
    expect(await fill(zipSync({ "a.txt": strToU8("a") }))).toEqual({
      ok: false,
      fault: "not-word",
    });
    const parts = unzipSync(await made("{{study}}"));
    expect(await fill(zipSync({ ...parts, "word/vbaProject.bin": strToU8("x") }))).toEqual({
      ok: false,
      fault: "has-macros",
    });
    expect(
      await fill(
        zipSync({ ...parts, "word/media/a.bmp": new Uint8Array(90_000_000) }, { level: 1 }),
      ),
    ).toEqual({ ok: false, fault: "too-large" });
    const xml = strFromU8(parts["word/document.xml"] ?? fail());
    const bomb = xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "bb">]>');
    expect(await fill(zipSync({ ...parts, "word/document.xml": strToU8(bomb) }))).toEqual({
      ok: false,
      fault: "not-word",
    });
  });
});
