/** The looks of cells in a workbook, by number; the numbers are what cells name. */

export const look = { plain: 0, head: 1, text: 2, number: 3, day: 4, typed: 5, total: 6 } as const;

const format = (number: number, more = "", inside = ""): string =>
  `<xf numFmtId="${number}" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"${more}>${inside}</xf>`;
const top = '<alignment vertical="top"/>';
const topCentred = '<alignment horizontal="center" vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const centred = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const font = (inside: string): string =>
  `<font>${inside}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`;

/** Thin lines all round, as a ledger on paper has them. */
const sides = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join("");

/** In the order of `look`. `typed` marks text that looks like a formula as text for good. */
const formats = [
  format(0),
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1"' +
    ` applyBorder="1" applyAlignment="1">${centred}</xf>`,
  format(0, ' applyAlignment="1"', wrapped),
  format(0, ' applyAlignment="1"', top),
  format(164, ' applyNumberFormat="1" applyAlignment="1"', topCentred),
  format(0, ' quotePrefix="1" applyAlignment="1"', wrapped),
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"' +
    ` applyAlignment="1">${top}</xf>`,
];

export const stylesXml =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF4"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${sides}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";
