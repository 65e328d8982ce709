/**
 * Where the signature stands (GB/T 9704-2012, 7.3.5), as characters that stay free on the right.
 *
 * Without a seal the name keeps 2 free and the date begins 2 characters right of it; a date longer
 * than the name takes the 2 free characters itself and the name moves left. With a seal the date
 * keeps 4 free and the name is centred above it.
 */
import type { DocumentLayout } from "../profile/document-layout.ts";
import type { LocalDate } from "../words/dates.ts";
import type { Period } from "../words/period.ts";
import { sayDate } from "./period-words.ts";
import { widthOf } from "./text-width.ts";

export interface Signature {
  readonly nameFree: number;
  readonly dateFree: number;
}

export function placeSignature(name: string, date: string, seal: boolean): Signature {
  const [nameWidth, dateWidth] = [widthOf(name), widthOf(date)];
  if (seal) return { nameFree: Math.max(0, 4 + (dateWidth - nameWidth) / 2), dateFree: 4 };
  if (date === "") return { nameFree: 2, dateFree: 0 };
  if (dateWidth > nameWidth) return { nameFree: 4 + dateWidth - nameWidth, dateFree: 2 };
  return { nameFree: 2, dateFree: nameWidth - dateWidth };
}

/** What stands below the name. @param today the office's day */
export function signatureDate(
  rule: DocumentLayout["date"],
  period: Period,
  today: LocalDate,
): string {
  switch (rule) {
    case "period-end":
      return sayDate(period.to);
    case "today":
      return sayDate(today);
    case "blank":
      return "    年  月  日";
    case "none":
      return "";
  }
}
