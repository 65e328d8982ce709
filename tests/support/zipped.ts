/** Zip files made by hand, honest ones and others. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZippedPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the directory says instead of the truth. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
}

export function zipped(parts: readonly ZippedPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed, encrypted } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? bytes.length, 18);
    common.writeUInt16LE(named.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004"), common, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, rest, named);
    at += 30 + named.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, entries, end]);
}

const packageType = "http://schemas.openxmlformats.org/package/2006";
const officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook of one sheet. */
export const workbookParts = (sheet: string, more: readonly ZippedPart[] = []): ZippedPart[] => [
  {
    name: "_rels/.rels",
    content: `<Relationships xmlns="${packageType}/relationships"><Relationship Id="r1" Type="${officeType}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns:r="${officeType}"><workbookPr/><sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: `<Relationships xmlns="${packageType}/relationships"><Relationship Id="s1" Type="${officeType}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: "xl/worksheets/sheet1.xml", content: sheet },
  ...more,
];

/** A worksheet whose cells are texts, or cells as they stand in XML. */
export const sheetXml = (rows: readonly (readonly string[])[]): string => {
  const cell = (text: string) =>
    text.startsWith("<c") ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  return `<worksheet><sheetData>${body}</sheetData></worksheet>`;
};
