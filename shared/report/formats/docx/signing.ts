/** The end of the report: the note of its attachments, and who signs it and when. */
import { AlignmentType, type Paragraph } from "docx";
import type { Inline } from "../../document.ts";
import { placeSignature } from "../../signature.ts";
import { widthOf } from "../../text-width.ts";
import { inlineText } from "../text.ts";
import { characters, charactersPerLine } from "./page.ts";
import { emptyLine, run, styled } from "./paragraphs.ts";

/** 附件：1.名称; one alone has no number. Wraps stand under the name's first character. */
export function attachmentNote(titles: readonly string[]): Paragraph[] {
  if (titles.length === 0) return [];
  const numbered = titles.length > 1;
  return [
    emptyLine(),
    ...titles.map((title, at) => {
      const number = numbered ? `${at + 1}.` : "";
      const name = 5 + (numbered ? 1 : 0);
      const words = `${at === 0 ? "附件：" : ""}${number}${title}`;
      const hanging = at === 0 ? name - 2 : name - 5;
      const indent = { left: characters(name), hanging: characters(hanging) };
      return styled("AttachmentNote", [run(words)], { indent });
    }),
  ];
}

/** @param date as it is printed; empty where none stands there */
export function signature(inlines: readonly Inline[], date: string, seal: boolean): Paragraph[] {
  const name = inlines.map(inlineText).join("");
  const { nameFree, dateFree } = placeSignature(name, date, seal);
  const free = (count: number) => ({ indent: { right: characters(count) } });
  // By its first character where the standard tells that one: digits are not equally wide.
  const isBelowName = !seal && nameFree === 2 && dateFree >= 2;
  const left = characters(charactersPerLine - dateFree - widthOf(date));
  const datePlace = isBelowName
    ? { alignment: AlignmentType.LEFT, indent: { left } }
    : free(dateFree);
  return [
    emptyLine(),
    styled("Signature", [run(name)], { ...free(nameFree), keepNext: true }),
    ...(date === "" ? [] : [styled("Signature", [run(date)], datePlace)]),
  ];
}
