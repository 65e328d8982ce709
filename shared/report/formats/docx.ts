/**
 * Document → Word, as GB/T 9704-2012 lays out a document without a red header. The same document
 * on the same day of signing gives the same bytes, on any machine at any time.
 */
import { Packer, Document as WordDocument } from "docx";
import { strFromU8, unzipSync } from "fflate";
import type { DocumentLayout } from "../../profile/document-layout.ts";
import type { LocalDate } from "../../words/dates.ts";
import type { Annex } from "../annex.ts";
import type { Document } from "../document.ts";
import { signatureDate } from "../signature.ts";
import { attachmentsOf, attachmentsXml } from "./docx/attachments.ts";
import { footers } from "./docx/footers.ts";
import { dated, type Part, packInPieces } from "./docx/package.ts";
import { grid, margins, page } from "./docx/page.ts";
import { paragraphsOf } from "./docx/paragraphs.ts";
import { corePropertiesXml } from "./docx/properties.ts";
import { attachmentNote, signature } from "./docx/signing.ts";
import { fontTableXml, stylesXml } from "./docx/styles.ts";
import { inlineText } from "./text.ts";

export interface DocxOptions {
  readonly office: string;
  readonly layout: DocumentLayout;
  /** The office's day, for a signature that is dated by it. */
  readonly today: LocalDate;
  /** Drawn behind the report where it is given. */
  readonly annex?: Annex | undefined;
}

export async function toDocx(document: Document, options: DocxOptions): Promise<Uint8Array> {
  const { office, layout, today, annex } = options;
  const attachments = annex ? attachmentsOf(annex) : [];
  const date = signatureDate(layout.date, document.period, today);
  const signed = document.blocks.find(({ type }) => type === "signature");
  const word = new WordDocument({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: page, margin: { ...margins, gutter: 0 } },
          grid: { type: "linesAndChars", ...grid },
        },
        ...(layout.pageNumbers ? { footers: footers() } : {}),
        children: [
          ...document.blocks.flatMap(paragraphsOf),
          ...attachmentNote(attachments.map(({ title }) => title)),
          ...(signed?.type === "signature" ? signature(signed.inlines, date, layout.seal) : []),
        ],
      },
    ],
  });
  const day = layout.date === "today" ? today : document.period.to;
  const own = [
    { path: "docProps/core.xml", data: corePropertiesXml(titleOf(document), office, day) },
    { path: "word/styles.xml", data: stylesXml(layout) },
    { path: "word/fontTable.xml", data: fontTableXml(layout) },
  ];
  const report = await Packer.toBuffer(word, undefined, own);
  if (attachments.length === 0) return dated(report, day);
  const parts = Object.entries(unzipSync(report)).map(([path, bytes]): Part => {
    if (path !== "word/document.xml") return [path, bytes];
    return [path, withAttachments(strFromU8(bytes), attachmentsXml(attachments))];
  });
  return packInPieces(parts, day);
}

/** Before the page's own properties, which close the document's body. */
function* withAttachments(xml: string, attachments: Iterable<string>): Generator<string> {
  const end = xml.lastIndexOf("<w:sectPr");
  yield xml.slice(0, end);
  yield* attachments;
  yield xml.slice(end);
}

const titleOf = ({ blocks }: Document): string =>
  blocks
    .flatMap((block) => (block.type === "title" ? block.lines : []))
    .flat()
    .map(inlineText)
    .join("");
