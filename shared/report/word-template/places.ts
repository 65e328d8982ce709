/** Where a tag stands in the template, as a person finds it: part, paragraph, and its words. */
import type { Tag, XmlNode } from "easy-template-x";
import { textOf, walk } from "./xml-tree.ts";

export interface TagPlace {
  readonly part: "body" | "header" | "footer" | "other";
  readonly paragraph: number; // 1, 2, … within its part, those of tables included
  readonly words: string; // the paragraph's beginning
}

const partNames: Readonly<Record<string, TagPlace["part"]>> = {
  "w:document": "body",
  "w:hdr": "header",
  "w:ftr": "footer",
};

export function placeOf(tag: Tag): TagPlace {
  const node: XmlNode = tag.placement === "TextNode" ? tag.xmlTextNode : tag.xmlNode;
  const above = upFrom(node);
  const root = above.at(-1) ?? node;
  const paragraph = above.find(({ nodeName }) => nodeName === "w:p") ?? node;
  const words = textOf(paragraph);
  return {
    part: partNames[root.nodeName] ?? "other",
    paragraph: [...walk(root)].filter(({ nodeName }) => nodeName === "w:p").indexOf(paragraph) + 1,
    words: words.length > 40 ? `${words.slice(0, 40)}…` : words,
  };
}

function upFrom(node: XmlNode): XmlNode[] {
  const above: XmlNode[] = [];
  for (let at: XmlNode | undefined = node; at; at = at.parentNode) above.push(at);
  return above;
}
