/**
 * Document → Markdown (CommonMark, and what GitHub adds to it). What could be read as a sign of
 * it is escaped here, whoever wrote it: a report says what it says, it links and embeds nothing.
 */
import type { Block, Document, Inline } from "../document.ts";
import { inlineText, stopAfter } from "./text.ts";

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
      const heading = `${phrase(block.heading)}${stopAfter(block.heading)}`;
      // The stop stands outside: ** behind a stop and before a character closes nothing.
      const [, bold = "", stop = ""] = /^(.*?)(\s*[。！？：]*)$/su.exec(heading) ?? [];
      const opening = bold === "" ? block.number : `**${block.number}${bold}**${stop}`;
      return `${opening}${phrase(block.inlines)}`;
    }
    case "paragraph":
    case "signature":
      return phrase(block.inlines);
  }
}

const phrase = (inlines: readonly Inline[]): string =>
  escapeMarkdown(inlines.map(inlineText).join(""));

/** Signs within a line, those that mean something at its beginning only, and what makes links. */
export const escapeMarkdown = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replaceAll(/[\\`*_[\]<>|~&$:@^!]/g, "\\$&")
        .replaceAll(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
        .replace(/^[#+=-]/, "\\$&")
        .replace(/^(\d+)([.)])/, "$1\\$2"),
    )
    .join("\n");
