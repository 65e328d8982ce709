/** The formats that a report can be written in, and which of them are text. */
import type { Document } from "../../shared/report/document.ts";
import { toMarkdown } from "../../shared/report/formats/markdown.ts";
import { toText } from "../../shared/report/formats/text.ts";

export const reportFormats = ["text", "md", "docx", "pdf"] as const;
export type ReportFormat = (typeof reportFormats)[number];
export type TextFormat = Extract<ReportFormat, "text" | "md">;

export const isTextFormat = (format: ReportFormat): format is TextFormat =>
  format === "text" || format === "md";

const endings: Readonly<Record<string, ReportFormat>> = {
  txt: "text",
  md: "md",
  docx: "docx",
  pdf: "pdf",
};

/** What the ending of a file's name says; undefined where it says nothing. */
export const findFormat = (file: string): ReportFormat | undefined =>
  endings[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ""];

/** The ending of a file's name that people know a program by, and no report can have. */
export const foreignEnding = (file: string): string | undefined => {
  const ending = /\.(xlsx?|csv|docm?|dotx?|wps|et|odt|rtf|html?|json|xml|pptx?)$/i.exec(file)?.[1];
  return ending?.toLowerCase();
};

export const endingOf = (format: ReportFormat): string => (format === "text" ? "txt" : format);

/** The report as text; one that is no text is shown as plain text. */
export const printed = (document: Document, format: ReportFormat = "text"): string =>
  format === "md" ? toMarkdown(document) : toText(document);
