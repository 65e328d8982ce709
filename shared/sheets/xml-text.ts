/**
 * Text within the XML of a workbook. What XML cannot hold is left out, and what a spreadsheet
 * would read as an escape of its own (`_x0041_`) is said so that it stays what was typed.
 */
const illegal = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;
const special = /[&<>"\r]|_x[0-9a-f]{4}_/iu;

export function xmlText(text: string): string {
  const held = text.isWellFormed() ? text : text.toWellFormed();
  const legal = held.replace(illegal, "");
  if (!special.test(legal)) return legal;
  return legal
    .replace(/\r\n?/gu, "\n")
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
