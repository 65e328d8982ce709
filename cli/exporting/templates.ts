/** Templates of the office's own, filled: a text, or a Word document. What is wrong is said whole. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Document } from "../../shared/report/document.ts";
import type { TagError } from "../../shared/report/word-template/word-template.ts";
import { Failed } from "../failure.ts";
import { readBytesNamed, readFileNamed } from "../reading/files.ts";
import type { Wording } from "../wording/wording.ts";

export const isWordFile = (file: string): boolean => /\.do[ct][xm]?$/i.test(file);

/** @throws WrongUse where there is no such file, Failed for what is wrong with it */
export async function fillText(
  { say, find }: Wording,
  file: string,
  { period, edition }: Document,
  ledger: Ledger,
): Promise<string> {
  const source = await readFileNamed(file);
  const { fillTemplate } = await import("../../shared/report/template.ts");
  const filled = fillTemplate(source, ledger, period, edition?.number);
  if (filled.ok) return filled.text;
  const { line, column, issue, name, nearest } = filled.error;
  const near = nearest ? say("error.nearest", { name: nearest }) : "";
  const what = find(`template.${issue}`, { name, nearest: near }) ?? name;
  throw new Failed("error.template", { line, column, what });
}

/** @throws WrongUse where there is no such file, Failed for what is wrong with it */
export async function fillWord(
  wording: Wording,
  file: string,
  document: Document,
  ledger: Ledger,
  then: Ledger,
): Promise<Uint8Array> {
  const template = await readBytesNamed(file);
  const { fillWordTemplate } = await import("../../shared/report/word-template/word-template.ts");
  const filled = await fillWordTemplate(template, document, ledger, then);
  if (filled.ok) return filled.bytes;
  if ("errors" in filled) {
    const lines = filled.errors.map((error) => `  ${sayTagError(wording, error)}`);
    throw new Failed("error.word-template", { count: lines.length, list: lines.join("\n") });
  }
  const { fault } = filled;
  if (typeof fault === "string") throw new Failed(`word-template.${fault}`, { file });
  throw new Failed("word-template.unreadable", { file, what: fault.unreadable });
}

function sayTagError({ say, find }: Wording, { issue, name, place, nearest }: TagError): string {
  const near = nearest ? say("error.nearest", { name: nearest }) : "";
  const key = issue === "unknown-name" ? "template.unknown-name" : `word-template.${issue}`;
  const tags = { begin: `{{#${name}}}`, end: `{{/${name}}}` };
  const what = find(key, { name, nearest: near, ...tags }) ?? name;
  const part = find(`word-template.part.${place.part}`) ?? place.part;
  return say("word-template.at", { part, paragraph: place.paragraph, words: place.words, what });
}
