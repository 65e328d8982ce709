/** Places of words that were taken over from an earlier period, and that nobody has filled. */
import { slotsIn } from "../reuse.ts";
import type { ReportFinding } from "./finding.ts";
import { placeAt, type Sentence } from "./sentences.ts";

export function checkSlots(sentence: Sentence): ReportFinding[] {
  return sentence.stretches.flatMap(({ inline, from, to }): ReportFinding[] => {
    if (inline.type !== "written") return [];
    const place = placeAt(sentence, from);
    return slotsIn(sentence.text.slice(from, to)).map((slot) => ({
      issue: "unfilled",
      slot,
      place,
    }));
  });
}
