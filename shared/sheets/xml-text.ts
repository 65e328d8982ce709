/**
 * Text within the XML of a workbook. What XML cannot hold is left out, and what a spreadsheet
 * would read as an escape of its own (`_x0041_`) is said so that it stays what was typed.
 */
const illegal = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;
const special = /[&<>"\p{Cc}\ufffe\uffff]|_[xX][0-9a-fA-F]{4}_/u;

export function xmlText(text: string): string {
  if (!special.test(text) && text.isWellFormed()) return text; // most cells by far
  return text
    .toWellFormed()
    .replace(illegal, "")
    .replace(/\r\n?/gu, "\n")
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The element that holds a text; blanks at its ends are said to count, or they would be lost. */
export const textElement = (text: string): string =>
  `<t${/^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : ""}>${xmlText(text)}</t>`;
