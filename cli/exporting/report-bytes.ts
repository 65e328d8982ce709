/** The report as a Word document or as PDF, by the profile's layout or with what was asked for. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { usualLayout } from "../../shared/profile/document-layout.ts";
import { annexOf } from "../../shared/report/annex.ts";
import type { Document } from "../../shared/report/document.ts";
import { profileFor } from "../../shared/tally/profile-for.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { ReportFormat, TextFormat } from "./report-format.ts";

export interface BytesAsked {
  readonly today: LocalDate;
  /** Whether the figures' sources stand behind the report; absent: as the profile says. */
  readonly annex?: boolean | undefined;
  /** Told while LibreOffice is at work, and once it is done. */
  readonly onConverting?: (isAtWork: boolean) => void;
}

/**
 * @param ledger the one that the document was composed from
 * @throws Failed where a PDF cannot be made
 */
export async function reportBytes(
  format: Exclude<ReportFormat, TextFormat>,
  document: Document,
  ledger: Ledger,
  asked: BytesAsked,
): Promise<Uint8Array> {
  const docx = await reportDocx(document, ledger, asked);
  return format === "docx" ? docx : converted(docx, asked);
}

async function reportDocx(
  document: Document,
  ledger: Ledger,
  { today, annex }: BytesAsked,
): Promise<Uint8Array> {
  const profile = profileFor(ledger, document.period)?.profile;
  const layout = profile?.document ?? usualLayout;
  const { toDocx } = await import("../../shared/report/formats/docx.ts");
  return toDocx(document, {
    office: profile?.office.name ?? "",
    layout,
    today,
    annex: (annex ?? layout.annex) ? annexOf(document, ledger) : undefined,
  });
}

async function converted(docx: Uint8Array, { onConverting }: BytesAsked): Promise<Uint8Array> {
  const { toPdf } = await import("./pdf.ts");
  onConverting?.(true);
  try {
    return await toPdf(docx);
  } finally {
    onConverting?.(false);
  }
}
