/**
 * The words of a workbook: each text once, cells name them by number. Spelling aids (furigana)
 * beside a text are no part of it.
 */
import { elementsOf, prefixOf, textOf } from "./xml.ts";

export function readSharedStrings(xml: string): readonly string[] {
  const prefix = prefixOf(xml);
  const texts: string[] = [];
  for (const { content } of elementsOf(xml, `${prefix}si`)) texts.push(richText(content, prefix));
  return texts;
}

/** A text that may be in several pieces, each with its own looks. */
export function richText(xml: string, prefix: string): string {
  let text = "";
  for (const { content } of elementsOf(withoutAids(xml, `${prefix}rPh`), `${prefix}t`)) {
    text += textOf(content);
  }
  return text;
}

function withoutAids(xml: string, name: string): string {
  if (!xml.includes(`<${name}`)) return xml;
  let kept = "";
  let at = 0;
  for (;;) {
    const start = xml.indexOf(`<${name}`, at);
    if (start < 0) return kept + xml.slice(at);
    kept += xml.slice(at, start);
    const end = xml.indexOf(`</${name}>`, start);
    if (end < 0) return kept;
    at = end + name.length + 3;
  }
}
