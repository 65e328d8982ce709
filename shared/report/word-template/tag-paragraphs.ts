/**
 * Paragraphs that hold nothing but the beginning or the end of a loop: people put them on lines of
 * their own to see them, and want no empty lines in their place. They are marked before the loops
 * are unrolled, and those that are left empty are taken out.
 */
import {
  type TemplateContext,
  TemplateExtension,
  type XmlGeneralNode,
  type XmlNode,
  xml,
} from "easy-template-x";
import { textOf, walk } from "./xml-tree.ts";

const mark = "w:tagParagraph";

export class MarkTagParagraphs extends TemplateExtension {
  override async execute(_: unknown, { currentPart }: TemplateContext): Promise<void> {
    for (const paragraph of await paragraphsOf(currentPart)) {
      if (!/^\s*\{\{\s*[#/][^{}]*\}\}\s*$/.test(textOf(paragraph))) continue;
      paragraph.attributes = { ...paragraph.attributes, [mark]: "1" };
    }
  }
}

export class RemoveTagParagraphs extends TemplateExtension {
  override async execute(_: unknown, { currentPart }: TemplateContext): Promise<void> {
    for (const paragraph of await paragraphsOf(currentPart)) {
      if (!paragraph.attributes?.[mark]) continue;
      delete paragraph.attributes[mark];
      if (textOf(paragraph).trim() === "" && isNeedless(paragraph)) xml.modify.remove(paragraph);
    }
  }
}

const paragraphsOf = async (part: TemplateContext["currentPart"]): Promise<XmlGeneralNode[]> =>
  [...walk(await part.xmlRoot())].filter(
    (node): node is XmlGeneralNode => node.nodeName === "w:p" && node.nodeType === "General",
  );

/** Not the one that keeps two tables apart, ends a cell or the text, or carries a section's page. */
function isNeedless(paragraph: XmlNode): boolean {
  const siblings = paragraph.parentNode?.childNodes ?? [];
  const at = siblings.indexOf(paragraph);
  const [before, after] = [siblings[at - 1]?.nodeName, siblings[at + 1]?.nodeName];
  const isNextToText = before === "w:p" || after === "w:p";
  const isBehindTable = before === "w:tbl" && after !== "w:p";
  const endsSection = [...walk(paragraph)].some(({ nodeName }) => nodeName === "w:sectPr");
  const endsCell = after === undefined && before !== "w:p";
  return isNextToText && !isBehindTable && !endsSection && !endsCell;
}
