import { describe, expect, test } from "vitest";
import { DocumentLayout, usualLayout } from "../../shared/profile/document-layout.ts";
import { annexOf } from "../../shared/report/annex.ts";
import { compose } from "../../shared/report/compose.ts";
import { figuresOf } from "../../shared/report/document.ts";
import { toDocx } from "../../shared/report/formats/docx.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { LocalDate } from "../../shared/words/dates.ts";
import { hostileTexts } from "../support/hostile.ts";
import { logged, period, profileWith, stated, tell, times } from "../support/told.ts";
import {
  bodyOf,
  findAll,
  findFaults,
  type Parts,
  paragraphs,
  readParts,
  tables,
  textOf,
} from "../support/word.ts";

const profile = profileWith({
  office: { name: "青禾镇人民政府" },
  units: [
    { id: "office", label: "办公室", type: "self" },
    { id: "east", label: "东村", type: "village" },
  ],
  indicators: [
    {
      id: "meetings",
      label: "会议",
      unit: "次",
      question: { of: "entries", measure: "count", where: { kinds: ["meeting"] } },
    },
    {
      id: "help",
      label: "志愿服务",
      unit: "次",
      question: { of: "entries", measure: "sum-quantity", where: { kinds: ["help"] } },
      wording: { rule: "floored" },
    },
  ],
  statements: [
    { id: "plans", label: "打算" },
    { id: "gaps", label: "不足" },
  ],
  outline: {
    title: ["{office}{period}", "工作情况报告"],
    addressee: "云泽县人民政府",
    body: [
      { paragraph: "现将“三项工作”——会议、学习……报告如下。" },
      { heading: "工作情况" },
      { section: "抓会议", text: "开会{meetings}。", points: ["志愿服务{help}。", "其他。"] },
      { heading: "打算", numbered: false },
      { statement: "plans" },
      { statement: "gaps" },
    ],
    signature: true,
  },
});
const today = LocalDate.parse("2022-07-05");
const ledger = tell(
  profile,
  logged("meeting", { title: "春耕", units: ["east"] }),
  logged("meeting", { title: "防汛 <w:p/> & “好”" }),
  ...times(3, (at) => logged("help", { title: "清扫", quantity: 5 + at, units: ["east"] })),
  ...Object.values(hostileTexts)
    .filter((title) => title.trim() !== "")
    .map((title) => logged("meeting", { title })),
  stated(
    "plans",
    `多读书 {{ PAGE }} <w:fldSimple w:instr="QUIT"/>\n${hostileTexts["not characters"]}`,
  ),
);
const document = compose(ledger, period());
if (!document) throw new Error("no document");
const annex = annexOf(document, ledger);
const written = (layout: object = {}, withAnnex = true) =>
  toDocx(document, {
    office: "青禾镇人民政府",
    layout: DocumentLayout.parse({ ...layout }),
    today,
    annex: withAnnex ? annex : undefined,
  });
const bytes = await written();
const parts = readParts(bytes);
const style = (id: string, of: Parts = parts) =>
  findAll(of.get("word/styles.xml") ?? fail(), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === id,
  ) ?? fail();
const fail = (): never => {
  throw new Error("missing");
};
const fontOf = (id: string) => findAll(style(id), "w:rFonts")[0]?.attributes;

test("Word finds nothing to repair: parts, types, relationships, styles and the order of elements", async () => {
  expect(findFaults(parts)).toEqual([]);
  expect(findFaults(readParts(await written({ pageNumbers: false }, false)))).toEqual([]);
});

describe("the page of GB/T 9704-2012", () => {
  const [section] = findAll(bodyOf(parts), "w:sectPr").slice(-1);
  const attributes = (name: string) => findAll(section ?? fail(), name)[0]?.attributes;

  test("is A4 with margins of 37, 26, 35 and 28 mm", () => {
    expect(attributes("w:pgSz")).toMatchObject({ "w:w": "11906", "w:h": "16838" });
    expect(attributes("w:pgMar")).toMatchObject({
      "w:top": "2098",
      "w:right": "1474",
      "w:bottom": "1984",
      "w:left": "1587",
    });
  });

  test("has a grid of 22 lines of 28 characters that fit", () => {
    const {
      "w:linePitch": line,
      "w:charSpace": space,
      "w:type": type,
    } = attributes("w:docGrid") ?? {};
    expect(type).toBe("linesAndChars");
    expect(Number(line) * 22).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect((Number(line) + 1) * 22).toBeGreaterThan(16838 - 2098 - 1984);
    const pitch = 16 + Number(space) / 4096;
    expect(pitch * 28).toBeLessThanOrEqual((11906 - 1587 - 1474) / 20);
    expect(pitch * 28).toBeGreaterThan((11906 - 1587 - 1474) / 20 - 0.1);
  });

  test("numbers odd pages right and even pages left, in 14 pt with a dash on each side", () => {
    const references = findAll(section ?? fail(), "w:footerReference");
    expect(references.map(({ attributes }) => attributes["w:type"])).toEqual(["default", "even"]);
    expect(findAll(parts.get("word/settings.xml") ?? fail(), "w:evenAndOddHeaders")).toHaveLength(
      1,
    );
    const footers = ["word/footer1.xml", "word/footer2.xml"].map(
      (path) => parts.get(path) ?? fail(),
    );
    expect(footers.map(textOf)).toEqual(["—  —", "—  —"]);
    expect(footers.map((footer) => findAll(footer, "w:instrText")[0]?.text)).toEqual([
      "PAGE",
      "PAGE",
    ]);
    expect(footers.map((footer) => findAll(footer, "w:jc")[0]?.attributes["w:val"])).toEqual([
      "right",
      "left",
    ]);
    expect(findAll(style("Footer"), "w:sz")[0]?.attributes["w:val"]).toBe("28");
  });
});

describe("typefaces", () => {
  test("each level has its own, and what is not ASCII takes the Chinese one", () => {
    expect(fontOf("Title")).toMatchObject({
      "w:eastAsia": "方正小标宋简体",
      "w:hAnsi": "方正小标宋简体",
    });
    expect(fontOf("Heading1")).toMatchObject({
      "w:eastAsia": "黑体",
      "w:ascii": "Times New Roman",
    });
    expect(fontOf("Heading2")).toMatchObject({ "w:eastAsia": "楷体_GB2312" });
    expect(fontOf("RunInHeading")).toMatchObject({ "w:eastAsia": "楷体_GB2312" });
    expect(fontOf("Normal")).toMatchObject({
      "w:eastAsia": "仿宋_GB2312",
      "w:hAnsi": "仿宋_GB2312",
    });
    expect(fontOf("Footer")).toMatchObject({ "w:ascii": "宋体" });
  });

  test("no theme's font is asked for anywhere", () => {
    const themed = [...parts].filter(([, root]) =>
      findAll(root, "w:rFonts").some(({ attributes }) =>
        Object.keys(attributes).some((name) => name.includes("Theme")),
      ),
    );
    expect(themed).toEqual([]);
  });

  test("the office names others, and a reader learns what may stand in their place", async () => {
    const other = readParts(
      await written({ fonts: { set: "windows", title: "华文中宋", latin: "same" } }),
    );
    const [font] = findAll(style("Normal", other), "w:rFonts");
    expect(font?.attributes).toMatchObject({ "w:eastAsia": "仿宋", "w:ascii": "仿宋" });
    const names = findAll(other.get("word/fontTable.xml") ?? fail(), "w:font");
    const body = names.find(({ attributes }) => attributes["w:name"] === "仿宋");
    expect(body?.children[0]?.attributes["w:val"]).toContain("仿宋_GB2312");
  });
});

describe("the report's words", () => {
  const said = paragraphs(parts);

  test("stand in their styles, in their order", () => {
    expect(said.slice(0, 9).map(({ style: name, text }) => [name, text])).toEqual([
      ["Title", "青禾镇人民政府2022年上半年"],
      ["Title", "工作情况报告"],
      ["", ""],
      ["Addressee", "云泽县人民政府："],
      ["BodyText", "现将“三项工作”——会议、学习……报告如下。"],
      ["Heading1", "一、工作情况"],
      [
        "BodyText",
        `（一）抓会议。开会${annex.figures[0]?.value}次。一是志愿服务10余次。二是其他。`,
      ],
      ["Heading1", "打算"],
      ["BodyText", '多读书 {{ PAGE }} <w:fldSimple w:instr="QUIT"/>。'],
    ]);
  });

  test("are those of the text, whoever wrote them", () => {
    const text = toText(document).replaceAll(/[\ufffe\uffff]/g, "");
    for (const { text: words } of said.slice(0, 9)) expect(text).toContain(words);
    expect(findAll(bodyOf(parts), "w:fldSimple")).toEqual([]);
    expect(findAll(bodyOf(parts), "w:hyperlink")).toEqual([]);
  });

  test("what is still to be written is marked", () => {
    const marked = said.filter(({ node }) => findAll(node, "w:highlight").length > 0);
    expect(marked.map(({ text }) => text)).toEqual(["〔待填：不足〕"]);
  });

  test("a title keeps its own line spacing, wide enough for its characters", () => {
    const spacing = findAll(style("Title"), "w:spacing").find(
      ({ attributes }) => attributes["w:line"],
    );
    expect(Number(spacing?.attributes["w:line"])).toBeGreaterThanOrEqual(22 * 20 * 1.3);
  });
});

describe("the end of the report", () => {
  const rightOf = ({ node }: ReturnType<typeof paragraphs>[number]) =>
    Number(findAll(node, "w:ind")[0]?.attributes["w:right"]) / (8845 / 28);
  const ending = (of: Parts) => paragraphs(of).filter(({ style: name }) => name === "Signature");

  test("names its attachments, then who signs, then when", () => {
    const names = paragraphs(parts).map(({ style: name }) => name);
    expect(names.indexOf("AttachmentNote")).toBeLessThan(names.indexOf("Signature"));
    const notes = paragraphs(parts).filter(({ style: name }) => name === "AttachmentNote");
    expect(notes.map(({ text }) => text)).toEqual(["附件：1.工作情况分单位统计表", "2.数据出处"]);
    expect(ending(parts).map(({ text }) => text)).toEqual(["青禾镇人民政府", "2022年6月30日"]);
  });

  test("without a seal the name keeps 2 characters free, and the date begins 2 right of it", () => {
    const [name, date] = ending(parts).map(rightOf);
    expect(name).toBeCloseTo(2, 1);
    expect((name ?? 0) + 7 - ((date ?? 0) + 6.5)).toBeCloseTo(2, 1);
  });

  test("a shorter date stands by its first character, 2 right of a longer name's", async () => {
    const office = "青禾镇安全生产监督管理办公室";
    const longer = tell(profileWith({ ...profile, office: { name: office } }));
    const named = compose(longer, period()) ?? fail();
    const layout = { office, layout: usualLayout, today };
    const [name, date] = ending(readParts(await toDocx(named, layout)));
    const left =
      Number(findAll(date?.node ?? fail(), "w:ind")[0]?.attributes["w:left"]) / (8845 / 28);
    expect(left).toBeCloseTo(28 - rightOf(name ?? fail()) - office.length + 2, 1);
  });

  test("with a seal the date keeps 4 free, and the name is centred above it", async () => {
    const [name, date] = ending(readParts(await written({ seal: true }))).map(rightOf);
    expect(date).toBeCloseTo(4, 1);
    expect((name ?? 0) + 7 / 2).toBeCloseTo((date ?? 0) + 6.5 / 2, 1);
  });

  test("the date is the day of the export, a blank or nothing, where the profile says so", async () => {
    const dates = await Promise.all(
      ["today", "blank", "none"].map(
        async (date) => ending(readParts(await written({ date })))[1]?.text,
      ),
    );
    expect(dates).toEqual(["2022年7月5日", "    年  月  日", undefined]);
  });
});

describe("the annex", () => {
  const [units = [], overview = [], ...records] = tables(parts);

  test("begins on a new page, by the number and the words of the note", () => {
    const marks = paragraphs(parts).filter(({ style: name }) =>
      /^Attachment(Mark|Title)$/.test(name),
    );
    expect(marks.map(({ text }) => text)).toEqual([
      "附件1",
      "工作情况分单位统计表",
      "附件2",
      "数据出处",
    ]);
    expect(findAll(style("AttachmentMark"), "w:pageBreakBefore")).toHaveLength(1);
  });

  test("has every figure with its value, and as many records as it says", () => {
    const figures = figuresOf(document);
    expect(
      overview.slice(1).map(([, label, printed, value]) => [label, printed, Number(value)]),
    ).toEqual(figures.map(({ tally, text }) => [tally.indicator.label, text, tally.value]));
    expect(records.map((table) => table.length - 1)).toEqual(
      figures.map(({ tally }) => tally.sources.length),
    );
  });

  test("has the figures by unit, and the office's total below", () => {
    expect(units.at(-1)).toEqual([
      "合计",
      ...figuresOf(document).map(({ tally }) => String(tally.value)),
    ]);
    expect(units.find(([label]) => label === "东村")).toEqual(["东村", "1", "18"]);
  });

  test("its head rows stand again on every page, and no row is broken between two", () => {
    for (const table of findAll(bodyOf(parts), "w:tbl")) {
      const rows = findAll(table, "w:tr");
      expect(rows.filter((row) => findAll(row, "w:tblHeader").length > 0)).toEqual([rows[0]]);
      expect(rows.every((row) => findAll(row, "w:cantSplit").length === 1)).toBe(true);
    }
  });
});

test("the same document has the same bytes, at any time and in any zone", async () => {
  const zone = process.env.TZ;
  try {
    for (const other of ["Pacific/Apia", "America/Los_Angeles", "Asia/Shanghai"]) {
      process.env.TZ = other;
      expect(Buffer.from(await written()).equals(bytes)).toBe(true);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("a profile that says nothing is laid out by the standard", () => {
  expect(usualLayout).toMatchObject({
    lineSpacing: 28.95,
    seal: false,
    pageNumbers: true,
    annex: false,
  });
});
