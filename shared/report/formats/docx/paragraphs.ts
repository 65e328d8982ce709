/**
 * The report's blocks as paragraphs of Word, each in a style of its own. What people typed is text
 * in a run and nothing else: no field, no link, no formatting comes of it.
 */
import { Paragraph, TextRun } from "docx";
import type { Block, Inline } from "../../document.ts";
import { titleLines } from "../../title-lines.ts";
import { inlineText, stopAfter } from "../text.ts";
import { xmlText } from "./xml.ts";

/** 22 pt on a line of 442 pt. */
const titleLength = 20;

/** @returns the paragraphs of everything but the signature, which has its own place */
export function paragraphsOf(block: Block): Paragraph[] {
  switch (block.type) {
    case "title": {
      const pieces = block.lines.map((line) => line.map(inlineText));
      const lines = titleLines(pieces, titleLength);
      return [...lines.map((line) => styled("Title", [run(line)])), emptyLine()];
    }
    case "addressee":
      return [styled("Addressee", runsOf([...block.inlines, words("：")]))];
    case "heading":
      return [styled("Heading1", runsOf([words(block.number), ...block.inlines]))];
    case "section": {
      const { number, heading, inlines } = block;
      const style = "RunInHeading";
      // Alone on its line it is a heading that Word's outline can show.
      if (inlines.length === 0) return [styled("Heading2", runsOf([words(number), ...heading]))];
      const opening = [words(number), ...heading, words(stopAfter(heading))];
      return [styled("BodyText", [...runsOf(opening, { style }), ...runsOf(inlines)])];
    }
    case "paragraph":
      return [styled("BodyText", runsOf(block.inlines))];
    case "signature":
      return [];
  }
}

const words = (text: string): Inline => ({ type: "text", text });

interface RunLook {
  readonly style?: string;
  readonly highlight?: "yellow";
}

/** What stands together is one run; what is still to be written is marked, and never sent unseen. */
function runsOf(inlines: readonly Inline[], look: RunLook = {}): TextRun[] {
  const runs: TextRun[] = [];
  let said = "";
  const end = () => {
    if (said !== "") runs.push(run(said, look));
    said = "";
  };
  for (const inline of inlines) {
    if (inline.type !== "unwritten") {
      said += inline.text;
      continue;
    }
    end();
    runs.push(run(inlineText(inline), { ...look, highlight: "yellow" }));
  }
  end();
  return runs;
}

export const run = (text: string, look: RunLook = {}): TextRun =>
  new TextRun({ ...look, ...chinese, text: plain(text) });

/** Quotes, dashes and ellipses take the East Asian face. */
const chinese = { font: { hint: "eastAsia" } };

/** A report's text has no line ends of its own. */
const plain = (text: string): string => xmlText(text).replaceAll(/[\n\t\r]+/g, " ");

export const styled = (style: string, children: readonly TextRun[], more: object = {}): Paragraph =>
  new Paragraph({ style, children: [...children], ...more });

export const emptyLine = (): Paragraph => new Paragraph({});
