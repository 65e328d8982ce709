/**
 * How the report looks as a Word document, where the office differs from GB/T 9704-2012 or the
 * standard leaves a choice: typefaces, line spacing, seal, date, page numbers, annex.
 */
import { z } from "zod";
import { PlainText } from "../words/plain-text.ts";

/**
 * The standard names typefaces (仿宋, 小标宋), no products: a set of names that the office's
 * machines have, and single names in place of the set's.
 */
export const FontNames = z.strictObject({
  set: z.enum(["gb2312", "windows", "founder", "open"]).default("gb2312"),
  title: PlainText.optional(),
  body: PlainText.optional(),
  heading: PlainText.optional(), // 一、
  section: PlainText.optional(), // （一）
  page: PlainText.optional(), // page numbers
  latin: PlainText.optional(), // digits and Latin letters; `same` is the font around them
});

export const DocumentLayout = z.strictObject({
  fonts: FontNames.prefault({}),
  lineSpacing: z.number().min(20).max(40).default(28.95), // points, exact; up to 28.95 is 22 lines
  seal: z.boolean().default(false), // whether the signature leaves room for one
  /** The day below the signature: the period's last, the day of the export, a blank, or none. */
  date: z.enum(["period-end", "today", "blank", "none"]).default("period-end"),
  pageNumbers: z.boolean().default(true),
  annex: z.boolean().default(false), // the figures by unit, and where each comes from
});
export type DocumentLayout = z.infer<typeof DocumentLayout>;

/** What holds where the profile says nothing. */
export const usualLayout: DocumentLayout = DocumentLayout.parse({});
