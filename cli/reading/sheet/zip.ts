/**
 * The parts of a zip file, by its directory. Sizes are judged before anything is unpacked, and a
 * part that turns out longer than its directory says is not unpacked any further: a small file
 * cannot become a large one here.
 */
import { createInflateRaw } from "node:zlib";
import { mostBytes, TableUnreadable } from "./cells.ts";

const mostParts = 4_096;
/** A part is never in memory as a whole unless somebody asks for its text. */
const mostUnpacked = 1024 * 1024 * 1024;
/** What may be asked for as text: tables of words and formats. */
const mostText = mostBytes;

export interface Zip {
  readonly names: readonly string[];
  /** Undefined where there is no such part. @throws TableUnreadable */
  text(name: string): Promise<string | undefined>;
  /** Pieces of a part, unpacked. @throws TableUnreadable */
  pieces(name: string): AsyncIterable<Buffer>;
}

interface Part {
  readonly at: number; // of its own header
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const partMark = 0x04034b50;
const atMost32 = 0xffffffff;

/** @throws TableUnreadable */
export function openZip(bytes: Buffer): Zip {
  const parts = readDirectory(bytes);
  async function* pieces(name: string): AsyncIterable<Buffer> {
    const part = parts.get(name);
    if (!part) throw new TableUnreadable("damaged");
    yield* unpack(bytes, part);
  }
  return {
    names: [...parts.keys()],
    pieces,
    text: async (name) => {
      const part = parts.get(name);
      if (!part) return undefined;
      if (part.unpacked > mostText) throw new TableUnreadable("too-large");
      const all: Buffer[] = [];
      for await (const piece of unpack(bytes, part)) all.push(piece);
      return Buffer.concat(all).toString("utf8");
    },
  };
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Part> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostParts) throw new TableUnreadable("too-large");
  const parts = new Map<string, Part>();
  let unpackedInAll = 0;
  for (let seen = 0; seen < count; seen++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryMark) {
      throw new TableUnreadable("damaged");
    }
    if (bytes.readUInt16LE(at + 8) & 1) throw new TableUnreadable("password");
    const part: Part = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    unpackedInAll += part.unpacked;
    if (part.unpacked === atMost32 || unpackedInAll > mostUnpacked) {
      throw new TableUnreadable("too-large");
    }
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
    if (!parts.has(name)) parts.set(name, part);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** The directory's end stands last, but for a comment of at most 64 KiB. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  throw new TableUnreadable("damaged");
}

async function* unpack(bytes: Buffer, part: Part): AsyncIterable<Buffer> {
  const { at, method, packed, unpacked } = part;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== partMark) {
    throw new TableUnreadable("damaged");
  }
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return yield content.subarray(0, unpacked);
  if (method !== 8) throw new TableUnreadable("damaged");
  const inflating = createInflateRaw({ chunkSize: 256 * 1024 });
  inflating.end(content);
  let length = 0;
  try {
    for await (const piece of inflating as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > unpacked) throw new TableUnreadable("damaged");
      yield piece;
    }
  } catch (cause) {
    throw cause instanceof TableUnreadable ? cause : new TableUnreadable("damaged", { cause });
  } finally {
    inflating.destroy();
  }
}
