/** The report as a Word document, by the profile's layout or with what was asked for; and as PDF. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { usualLayout } from "../../shared/profile/document-layout.ts";
import { annexOf } from "../../shared/report/annex.ts";
import type { Document } from "../../shared/report/document.ts";
import { profileFor } from "../../shared/tally/profile-for.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { closingDay } from "../printing/editions.ts";
import type { ReportFormat, TextFormat } from "./report-format.ts";

export interface DocxAsked {
  readonly today: LocalDate;
  /** Whether the figures' sources stand behind the report; absent: as the profile says. */
  readonly annex?: boolean | undefined;
}

/** @param ledger the one that the document was composed from */
export async function reportDocx(
  document: Document,
  ledger: Ledger,
  { today, annex }: DocxAsked,
): Promise<Uint8Array> {
  const { period, edition } = document;
  const profile = profileFor(ledger, period)?.profile;
  const layout = profile?.document ?? usualLayout;
  const { toDocx } = await import("../../shared/report/formats/docx.ts");
  return toDocx(document, {
    office: profile?.office.name ?? "",
    layout,
    // What was frozen is dated by its closing, or it would read otherwise every day.
    today: edition && profile ? closingDay(edition, profile) : today,
    annex: (annex ?? layout.annex) ? annexOf(document, ledger) : undefined,
  });
}

/**
 * The Word document as it is, or as PDF.
 * @param onConverting told while LibreOffice is at work, and once it is done
 * @throws Failed where a PDF cannot be made
 */
export async function inFormat(
  format: Exclude<ReportFormat, TextFormat>,
  docx: Uint8Array,
  onConverting: (isAtWork: boolean) => void,
): Promise<Uint8Array> {
  if (format === "docx") return docx;
  const { toPdf } = await import("./pdf.ts");
  onConverting(true);
  try {
    return await toPdf(docx);
  } finally {
    onConverting(false);
  }
}
