/**
 * What somebody should look at before a report goes out. Figures that contradict each other come
 * first, then words that contradict the figures, then what is not done yet.
 */
import type { Ledger } from "../../ledger/ledger.ts";
import { profileFor } from "../../tally/profile-for.ts";
import { type Tally, tallyAll } from "../../tally/tally.ts";
import { noAnswer } from "../../tally/wording.ts";
import type { LocalDate } from "../../words/dates.ts";
import { type Document, figuresOf } from "../document.ts";
import { amountOf } from "./amount.ts";
import type { ReportFinding } from "./finding.ts";
import { checkHedges, checkNotation } from "./hedges.ts";
import { checkMerged, checkTypedMerged } from "./merged.ts";
import { checkDays } from "./other-days.ts";
import { checkComplete, checkUnwritten } from "./outline.ts";
import { checkRates } from "./rates.ts";
import { checkRecords } from "./records.ts";
import { checkRelations, checkSentence } from "./relations.ts";
import { sentencesOf } from "./sentences.ts";
import { checkSlots } from "./slots.ts";
import { checkTypedFigures } from "./typed-figures.ts";
import { checkMonths, checkOverdue } from "./unfinished.ts";

/**
 * What was frozen was checked when it was closed, and cannot be mended any more.
 * @param now the ledger that the document was composed from
 * @param today of a period that is not over: what is to come is not missing
 */
export function checkReport(document: Document, now: Ledger, today?: LocalDate): ReportFinding[] {
  const { period, edition } = document;
  if (edition) return [];
  const found = profileFor(now, period);
  if (!found) return [];
  const { ledger, profile } = found;
  const tallies = tallyAll(ledger, period);
  const sentences = sentencesOf(document);
  const figures = [...new Set(figuresOf(document).map(({ tally }) => tally))];
  return [
    ...checkRelations(ledger, profile, period),
    ...sentences.flatMap((sentence) => checkSentence(sentence, profile)),
    ...sentences.flatMap((sentence) => checkTypedFigures(sentence, tallies)),
    ...sentences.flatMap(checkHedges),
    ...sentences.flatMap(checkSlots),
    ...sentences.flatMap(checkNotation),
    ...sentences.flatMap(checkRates),
    ...sentences.flatMap((sentence) => checkDays(sentence, period)),
    ...sentences.flatMap(checkTypedMerged),
    ...figures.flatMap((tally) => checkMerged(ledger, profile, tally)),
    ...figuresOf(document).flatMap(({ tally, text }) => findNameless(tally, text)),
    ...checkComplete(ledger, profile, period),
    ...checkUnwritten(document),
    ...checkMonths(ledger, period, today),
    ...checkOverdue(ledger, period),
    ...checkRecords(document, ledger),
  ];
}

function findNameless(tally: Tally, text: string): ReportFinding[] {
  if (text !== noAnswer || tally.value !== 0) return [];
  return [{ issue: "nothing-to-name", figure: amountOf(tally) }];
}
