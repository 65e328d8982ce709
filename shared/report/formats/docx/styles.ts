/**
 * The styles of the document. Whoever opens it in Word finds them by these names, so that a line
 * added by hand looks like the rest; the report itself uses no formatting beside them.
 *
 * Every style names its fonts itself, for all kinds of characters: a theme's font never shows, and
 * quotes, dashes and ellipses take the Chinese face.
 */
import type { DocumentLayout } from "../../../profile/document-layout.ts";
import { alternatives, type Fonts, fontsOf } from "./fonts.ts";
import { characters, size } from "./page.ts";
import { escapeXml, wordNames, xmlHead } from "./xml.ts";

interface Style {
  readonly id: string;
  readonly name: string; // Word's own names are told in English, and shown in the reader's language
  readonly type?: "paragraph" | "character";
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string; // in the order of the schema
  readonly run?: string;
}

export function stylesXml({ fonts: chosen, lineSpacing }: DocumentLayout): string {
  const fonts = fontsOf(chosen);
  const line = Math.round(lineSpacing * 20);
  const plain = `<w:rPr>${face(fonts.body, fonts)}<w:snapToGrid w:val="0"/><w:color w:val="000000"/>${sized(size.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`;
  const body = `<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>`;
  return [
    `${xmlHead}<w:styles ${wordNames}>`,
    `<w:docDefaults><w:rPrDefault>${plain}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${body}${plain}</w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...styles(fonts).map(styleXml),
    "</w:styles>",
  ].join("");
}

/**
 * 28 characters of 16 pt on 156 mm: three tenths of a point less between them. It is said here and
 * not left to the page's grid alone, because LibreOffice gives two cells to a character that is
 * wider than one; for the same reason lines and characters do not snap to the grid.
 */
const drawnTogether = '<w:spacing w:val="-6"/>';

const indented = `<w:ind w:firstLine="${characters(2)}" w:firstLineChars="200"/>`;
const centred = '<w:jc w:val="center"/>';
/** 2号 characters are higher than a line of the body, so a title has a line of its own. */
const titleSpacing = '<w:spacing w:line="700" w:lineRule="exact"/>';
const tableSpacing = `<w:spacing w:line="290" w:lineRule="exact"/>`;

const styles = (fonts: Fonts): readonly Style[] => [
  {
    id: "Title",
    name: "Title",
    next: "BodyText",
    paragraph: `<w:keepNext/>${titleSpacing}${centred}<w:outlineLvl w:val="0"/>`,
    run: `${face(fonts.title, fonts)}${sized(size.title)}`,
  },
  { id: "Addressee", name: "主送机关", next: "BodyText" },
  { id: "BodyText", name: "Body Text", paragraph: indented },
  {
    id: "Heading1",
    name: "heading 1",
    next: "BodyText",
    paragraph: `<w:keepNext/>${indented}<w:outlineLvl w:val="0"/>`,
    run: face(fonts.heading, fonts),
  },
  {
    id: "Heading2",
    name: "heading 2",
    next: "BodyText",
    paragraph: `<w:keepNext/>${indented}<w:outlineLvl w:val="1"/>`,
    run: face(fonts.section, fonts),
  },
  {
    id: "Heading3",
    name: "heading 3",
    next: "BodyText",
    paragraph: `${indented}<w:outlineLvl w:val="2"/>`,
  },
  {
    id: "Heading4",
    name: "heading 4",
    next: "BodyText",
    paragraph: `${indented}<w:outlineLvl w:val="3"/>`,
  },
  {
    id: "RunInHeading",
    name: "段首二级标题",
    type: "character",
    run: face(fonts.section, fonts),
  },
  { id: "Signature", name: "Signature", paragraph: '<w:jc w:val="right"/>' },
  { id: "AttachmentNote", name: "附件说明" },
  {
    id: "AttachmentMark",
    name: "附件标识",
    paragraph: '<w:keepNext/><w:pageBreakBefore/><w:jc w:val="left"/><w:outlineLvl w:val="0"/>',
    run: face(fonts.heading, fonts),
  },
  {
    id: "AttachmentTitle",
    name: "附件标题",
    paragraph: `<w:keepNext/>${titleSpacing}${centred}`,
    run: `${face(fonts.title, fonts)}${sized(size.title)}`,
  },
  {
    id: "FigureHeading",
    name: "数字出处",
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:line="360" w:lineRule="atLeast"/><w:jc w:val="left"/>`,
    run: `${face(fonts.heading, fonts)}${sized(24)}`,
  },
  {
    id: "TableText",
    name: "表格文字",
    paragraph: `${tableSpacing}<w:jc w:val="left"/>`,
    run: sized(size.table),
  },
  {
    id: "TableHead",
    name: "表头",
    basedOn: "TableText",
    paragraph: `<w:keepNext/>${centred}`,
    run: face(fonts.heading, fonts),
  },
  {
    id: "TableTotal",
    name: "表格合计",
    basedOn: "TableText",
    paragraph: centred,
    run: face(fonts.heading, fonts),
  },
  {
    id: "TableNote",
    name: "表注",
    basedOn: "TableText",
    paragraph: '<w:spacing w:before="60" w:line="300" w:lineRule="atLeast"/>',
    run: sized(size.small),
  },
  { id: "TableNumber", name: "表格数字", basedOn: "TableText", paragraph: centred },
  {
    id: "Footer",
    name: "footer",
    paragraph: `<w:spacing w:line="240" w:lineRule="auto"/>`,
    run: `${all(fonts.page)}${sized(size.page)}`,
  },
];

function styleXml({ id, name, type = "paragraph", basedOn, next, paragraph, run }: Style): string {
  const base = type === "character" ? "DefaultParagraphFont" : (basedOn ?? "Normal");
  return [
    `<w:style w:type="${type}"${/^[a-z]/i.test(name) ? "" : ' w:customStyle="1"'} w:styleId="${id}">`,
    `<w:name w:val="${name}"/><w:basedOn w:val="${base}"/>`,
    next ? `<w:next w:val="${next}"/>` : "",
    "<w:qFormat/>",
    paragraph ? `<w:pPr>${paragraph}</w:pPr>` : "",
    run ? `<w:rPr>${run}</w:rPr>` : "",
    "</w:style>",
  ].join("");
}

/** Only what is in ASCII takes the Latin face; “ ” — … stand above it and take the Chinese one. */
const face = (name: string, { latin = name }: Fonts): string =>
  `<w:rFonts w:hint="eastAsia" w:ascii="${escapeXml(latin)}" w:hAnsi="${escapeXml(name)}" w:eastAsia="${escapeXml(name)}" w:cs="${escapeXml(latin)}"/>`;

const all = (name: string): string => face(name, { latin: undefined } as Fonts);

const sized = (halfPoints: number): string =>
  `${halfPoints === size.body ? drawnTogether : '<w:spacing w:val="0"/>'}<w:kern w:val="0"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

/** The fonts' own part: what a reader that lacks one may show in its place. */
export function fontTableXml({ fonts }: DocumentLayout): string {
  const entries = [...alternatives(fontsOf(fonts))].map(([name, others]) => {
    const alt = others.length > 0 ? `<w:altName w:val="${others.map(escapeXml).join(",")}"/>` : "";
    return `<w:font w:name="${escapeXml(name)}">${alt}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;
  });
  return `${xmlHead}<w:fonts ${wordNames}>${entries.join("")}</w:fonts>`;
}
