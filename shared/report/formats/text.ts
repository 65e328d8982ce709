/** Document → plain text, as it would be pasted into a letter: blocks apart by an empty line. */
import type { Block, Document, Inline } from "../document.ts";

export const toText = (document: Document): string =>
  `${document.blocks.map(blockText).join("\n\n")}\n`;

function blockText(block: Block): string {
  switch (block.type) {
    case "title":
      return block.lines.map(phrase).join("\n\n");
    case "addressee":
      return `${phrase(block.inlines)}：`;
    case "heading":
      return `${block.number}${phrase(block.inlines)}`;
    case "section": {
      const heading = phrase(block.heading);
      return `${block.number}${heading}${heading ? "。" : ""}${phrase(block.inlines)}`;
    }
    case "paragraph":
    case "signature":
      return phrase(block.inlines);
  }
}

const phrase = (inlines: readonly Inline[]): string => inlines.map(inlineText).join("");

export const inlineText = (inline: Inline): string =>
  inline.type === "unwritten" ? `〔待填：${inline.label}〕` : inline.text;
