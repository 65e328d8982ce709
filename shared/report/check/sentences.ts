/**
 * The sentences of a report with what each of them is made of: which stretch is a figure, which
 * was typed in a statement, which is the profile's. The checks read what is printed, whoever
 * wrote which half of it: 约 of the outline before 600余 of a figure is hedged twice.
 */
import type { StatementId } from "../../words/ids.ts";
import type { Block, Document, Figure, Inline } from "../document.ts";
import { inlineText } from "../formats/text.ts";
import { type Count, countsIn } from "./counts.ts";
import type { Place } from "./finding.ts";

export interface Stretch {
  readonly from: number;
  readonly to: number; // behind its last character
  readonly inline: Inline;
}
export interface Sentence {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

export const sentencesOf = (document: Document): Sentence[] =>
  document.blocks.flatMap((block) => linesOfBlock(block).flatMap(splitSentences));

function linesOfBlock(block: Block): (readonly Inline[])[] {
  switch (block.type) {
    case "title":
      return [...block.lines];
    case "section":
      return [block.heading, block.inlines];
    case "addressee":
    case "heading":
    case "paragraph":
    case "signature":
      return [block.inlines];
  }
}

function splitSentences(inlines: readonly Inline[]): Sentence[] {
  let text = "";
  const stretches = inlines.map((inline): Stretch => {
    const from = text.length;
    text += inlineText(inline);
    return { from, to: text.length, inline };
  });
  return [...text.matchAll(/[^。！？]+[。！？]*/gu)].map(({ 0: sentence, index: start }) => {
    const end = start + sentence.length;
    const inside = stretches
      .filter(({ from, to }) => from < end && to > start)
      .map(({ from, to, inline }) => ({
        from: Math.max(0, from - start),
        to: Math.min(to, end) - start,
        inline,
      }));
    return { text: sentence, stretches: inside };
  });
}

/** What stands at that place of the sentence. */
const inlineAt = ({ stretches }: Sentence, at: number): Inline | undefined =>
  stretches.find(({ from, to }) => from <= at && at < to)?.inline;

/** The counts of a sentence, but for those within names that a figure lists. */
export const countsOf = (sentence: Sentence): Count[] =>
  countsIn(sentence.text).filter(({ digitsAt }) => {
    const inline = inlineAt(sentence, digitsAt);
    return inline?.type !== "figure" || inline.text.startsWith(inline.tally.text);
  });

export function figureAt(sentence: Sentence, at: number): Figure | undefined {
  const inline = inlineAt(sentence, at);
  return inline?.type === "figure" ? inline : undefined;
}

export function placeAt(sentence: Sentence, at: number): Place {
  const inline = inlineAt(sentence, at);
  const statement: StatementId | undefined =
    inline?.type === "written" ? inline.statement : undefined;
  return { sentence: sentence.text.trim(), ...(statement && { statement }) };
}
