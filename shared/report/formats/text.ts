/** Document → plain text, as it would be pasted into a letter: blocks apart by an empty line. */
import type { Block, Document, Inline } from "../document.ts";

export const toText = (document: Document): string =>
  `${document.blocks.map(blockText).join("\n\n")}\n`;

export function blockText(block: Block): string {
  switch (block.type) {
    case "title":
      return block.lines.map(phrase).join("\n\n");
    case "addressee":
      return `${phrase(block.inlines)}：`;
    case "heading":
      return `${block.number}${phrase(block.inlines)}`;
    case "section":
      return `${block.number}${phrase(block.heading)}${stopAfter(block.heading)}${phrase(block.inlines)}`;
    case "paragraph":
    case "signature":
      return phrase(block.inlines);
  }
}

const phrase = (inlines: readonly Inline[]): string => inlines.map(inlineText).join("");

/** A run-in heading ends with a stop; not with two, and none stands where there is no heading. */
export function stopAfter(heading: readonly Inline[]): string {
  const text = phrase(heading);
  return text === "" || /[。！？：]$/u.test(text) ? "" : "。";
}

export const inlineText = (inline: Inline): string =>
  inline.type === "unwritten" ? `〔待填：${inline.label}〕` : inline.text;
