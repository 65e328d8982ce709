/** Title, author and day of the document; the day is its own, whenever it is written. */
import type { LocalDate } from "../../../words/dates.ts";
import { escapeXml, xmlHead } from "./xml.ts";

export function corePropertiesXml(title: string, office: string, day: LocalDate): string {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return [
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(office)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(office)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `${moment("created")}${moment("modified")}</cp:coreProperties>`,
  ].join("");
}
