/** Text as it may stand in XML: what XML has no way to write is left out, its signs are escaped. */

const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Control characters, halves of characters and what is no character. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(illegal, "");

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Between tags and within quotes. */
export const escapeXml = (text: string): string =>
  xmlText(text).replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
