/**
 * What people may type: text that can drive neither a terminal nor a document.
 *
 * Refused are control characters, marks that turn the reading direction, invisible characters
 * and halves of characters. Joiners stay: emoji families and some scripts need them.
 */
import { z } from "zod";

const forbidden = /[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb]/u;

/** True for text of one line that holds nothing invisible but joiners. */
const isPlain = (text: string): boolean => !forbidden.test(text) && text.isWellFormed();

/** The same of lines of text. */
export const isPlainLines = (text: string): boolean => text.split("\n").every(isPlain);

/** One line, 1 to 200 characters, not only blanks: titles, labels, names, places. */
export const PlainText = z
  .string()
  .max(200, { error: "too-long" })
  .refine(isPlain, { error: "plain-text" })
  .refine((text) => text.trim() !== "", { error: "blank" });

/** Lines of text, up to 8,000 characters, may be empty: notes, reasons, measures, statements. */
export const PlainLines = z
  .string()
  .max(8_000, { error: "too-long" })
  .refine(isPlainLines, { error: "plain-text" });

/** What was typed or pasted, without what may not be in it: for forms, before the schema. */
export const toPlainLines = (typed: string): string =>
  typed
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\t", " ")
    .toWellFormed()
    .split("\n")
    .map((line) => (isPlain(line) ? line : Array.from(line).filter(isPlain).join("")))
    .join("\n");
