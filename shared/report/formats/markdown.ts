/** Document → Markdown (CommonMark). What could be read as a sign of it is escaped here. */
import type { Block, Document, Inline } from "../document.ts";
import { inlineText } from "./text.ts";

export const toMarkdown = (document: Document): string =>
  `${document.blocks.map(blockMarkdown).join("\n\n")}\n`;

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case "title":
      return `# ${block.lines.map(phrase).join("<br>")}`;
    case "addressee":
      return `${phrase(block.inlines)}：`;
    case "heading":
      return `## ${block.number}${phrase(block.inlines)}`;
    case "section": {
      const heading = phrase(block.heading);
      const bold = heading ? `**${block.number}${heading}。**` : block.number;
      return `${bold}${phrase(block.inlines)}`;
    }
    case "paragraph":
    case "signature":
      return phrase(block.inlines);
  }
}

const phrase = (inlines: readonly Inline[]): string =>
  escapeMarkdown(inlines.map(inlineText).join(""));

/** Signs within a line, and those that mean something at its beginning only. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~&$]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+=-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
