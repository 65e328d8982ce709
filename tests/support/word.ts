/** A Word document read by nobody's library: its parts as trees, and what is wrong with them. */
import { strFromU8, unzipSync } from "fflate";

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string; // its own
}

export type Parts = ReadonlyMap<string, Node>;

export const readParts = (bytes: Uint8Array): Parts =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, part]) => [path, parseXml(strFromU8(part))]),
  );

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};
const plainText = (text: string): string => {
  if (/&(?!(?:lt|gt|amp|quot|apos);)/.test(text)) throw new Error(`an entity in ${text}`);
  return text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? "");
};

/** @throws Error for what is not well-formed, or holds characters that XML has not */
export function parseXml(xml: string): Node {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed()) {
    throw new Error("characters that XML has not");
  }
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const tokens = /<\?[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, end, name = "", attributes = "", empty, text, wrong] of xml.matchAll(tokens)) {
    const at = open.at(-1);
    if (!at || wrong) throw new Error(`not well-formed in ${at?.name}`);
    if (text !== undefined) at.text += plainText(text);
    else if (end) {
      if (open.pop()?.name !== name) throw new Error(`${name} ends what it did not begin`);
    } else if (name !== "") {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)];
      if (new Set(pairs.map(([, key]) => key)).size < pairs.length) throw new Error("said twice");
      const node: Node = {
        name,
        attributes: Object.fromEntries(
          pairs.map(([, key, value]) => [key, plainText(value ?? "")]),
        ),
        children: [],
        text: "",
      };
      at.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const [first] = root.children;
  if (!first || open.length > 1 || root.children.length > 1) throw new Error("not one element");
  return first;
}

export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export const findAll = (node: Node, name: string): Node[] =>
  [...everyNode(node)].filter((found) => found.name === name);

export const textOf = (node: Node): string =>
  findAll(node, "w:t")
    .map(({ text }) => text)
    .join("");

/** The paragraphs outside of tables, with their styles. */
export const paragraphs = (parts: Parts): { style: string; text: string; node: Node }[] =>
  bodyOf(parts)
    .children.filter(({ name }) => name === "w:p")
    .map((node) => ({
      style: findAll(node, "w:pStyle")[0]?.attributes["w:val"] ?? "",
      text: textOf(node),
      node,
    }));

export const tables = (parts: Parts): string[][][] =>
  findAll(bodyOf(parts), "w:tbl").map((table) =>
    findAll(table, "w:tr").map((row) => findAll(row, "w:tc").map(textOf)),
  );

export function bodyOf(parts: Parts): Node {
  const body = parts.get("word/document.xml")?.children[0];
  if (!body) throw new Error("no body");
  return body;
}

const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:tblBorders": "top left start bottom right end insideH insideV",
  "w:tcPr":
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  "w:tbl": "tblPr tblGrid tr",
  "w:tc": "tcPr p",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:font": "altName panose1 charset family notTrueType pitch sig",
  "w:settings":
    "writeProtection view zoom removePersonalInformation displayBackgroundShape embedTrueTypeFonts mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat themeFontLang",
};

/** What Word would repair, or silently leave out. */
export function findFaults(parts: Parts): string[] {
  return [...findPackageFaults(parts), ...findOrderFaults(parts), ...findReferenceFaults(parts)];
}

function findPackageFaults(parts: Parts): string[] {
  const types = parts.get("[Content_Types].xml");
  if (!types) return ["no content types"];
  const overrides = types.children.filter(({ name }) => name === "Override");
  const extensions = types.children.map(({ attributes }) => attributes.Extension);
  const named = overrides.map(({ attributes }) => attributes.PartName?.slice(1) ?? "");
  const relationships = [...parts].filter(([path]) => path.endsWith(".rels"));
  return [
    ...named.filter((path) => !parts.has(path)).map((path) => `no part ${path}`),
    ...named.filter((path, at) => named.indexOf(path) !== at).map((path) => `${path} typed twice`),
    ...[...parts.keys()]
      .filter((path) => path !== "[Content_Types].xml")
      .filter((path) => !path.endsWith(".rels") && !named.includes(path))
      .map((path) => `${path} has no type`),
    ...(extensions.includes("rels") ? [] : ["relationships have no type"]),
    ...relationships.flatMap(([path, { children }]) => {
      const folder = path.replace(/_rels\/[^/]*$/, "");
      const ids = children.map(({ attributes }) => attributes.Id);
      return [
        ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: ${id} twice`),
        ...children
          .map(({ attributes }) => `${folder}${attributes.Target}`)
          .filter((target) => !parts.has(target))
          .map((target) => `${path}: no part ${target}`),
        ...children
          .filter(({ attributes }) => attributes.TargetMode === "External")
          .map(({ attributes }) => `${path} leads outside: ${attributes.Target}`),
      ];
    }),
  ];
}

const findOrderFaults = (parts: Parts): string[] =>
  [...parts].flatMap(([path, root]) =>
    [...everyNode(root)].flatMap((node) => {
      const order = orders[node.name]?.split(" ").map((name) => `w:${name}`);
      if (!order) return [];
      const places = node.children.map(({ name }) => order.indexOf(name));
      const repeats = ["w:tbl", "w:tc", "w:sectPr"].includes(node.name);
      const isFine = places.every((place, at) => {
        const before = places[at - 1] ?? -1;
        return place >= 0 && (repeats ? place >= before : place > before);
      });
      const names = node.children.map(({ name }) => name).join(" ");
      return isFine ? [] : [`${path}: ${node.name} holds ${names}`];
    }),
  );

function findReferenceFaults(parts: Parts): string[] {
  const document = parts.get("word/document.xml");
  const styles = parts.get("word/styles.xml");
  const links = parts.get("word/_rels/document.xml.rels");
  if (!document || !styles || !links) return ["a part is missing"];
  const ids = findAll(styles, "w:style").map(({ attributes }) => attributes["w:styleId"] ?? "");
  const used = [...everyNode(document)]
    .filter(({ name }) => ["w:pStyle", "w:rStyle", "w:tblStyle"].includes(name))
    .map(({ attributes }) => attributes["w:val"] ?? "");
  const linked = links.children.map(({ attributes }) => attributes.Id);
  const wanted = [...everyNode(document)].flatMap(({ attributes }) => attributes["r:id"] ?? []);
  const cells = findAll(document, "w:tc").filter((cell) => cell.children.at(-1)?.name !== "w:p");
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `style ${id} twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `no style ${id}`),
    ...wanted.filter((id) => !linked.includes(id)).map((id) => `no relationship ${id}`),
    ...cells.map(() => "a cell that does not end with a paragraph"),
    ...findAll(document, "w:tbl").flatMap((table) => {
      const widths = findAll(table, "w:gridCol").length;
      const rows = findAll(table, "w:tr").filter((row) => findAll(row, "w:tc").length !== widths);
      return rows.map(() => `a row of other than ${widths} cells`);
    }),
  ];
}
