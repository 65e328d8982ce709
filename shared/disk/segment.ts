/** One file of a log: its first line says which log and version it is, the others are counted. */
import { z } from "zod";
import { LogBroken, NewerFormat } from "./log-errors.ts";

const Header = z.looseObject({
  taizhang: z.literal("journal"),
  v: z.literal(1),
  epoch: z.string().min(1),
  first: z.int().min(1),
  previous: z.string(), // the chain's hash before the first line
});
export interface Header {
  readonly epoch: string;
  readonly first: number;
  readonly previous: string;
}

export const headerLine = ({ epoch, first, previous }: Header): string =>
  `${JSON.stringify({ taizhang: "journal", v: 1, epoch, first, previous })}\n`;

/** @throws LogBroken, NewerFormat */
export function readHeader(line: string, file: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new LogBroken(file, 1, "it is no JSON", { cause });
  }
  const version = z.looseObject({ v: z.number() }).safeParse(value);
  if (version.success && version.data.v > 1) throw new NewerFormat(file, version.data.v);
  const header = Header.safeParse(value);
  if (!header.success) throw new LogBroken(file, 1, "it does not say that it is a journal");
  return header.data;
}

export interface Scanned {
  readonly header: Header;
  readonly lines: number; // whole groups only
  readonly goodBytes: number; // what stands behind them was cut off in the middle of a write
}

interface Frame {
  readonly batch: number;
  readonly of: number;
}

/** @throws LogBroken for damage that no interrupted write explains */
export function scanSegment(content: Buffer, file: string): Scanned {
  const headerEnd = content.indexOf(10) + 1;
  const header = readHeader(content.toString("utf8", 0, headerEnd - 1), file);
  const good = { lines: 0, bytes: headerEnd };
  let group: Frame | undefined;
  let groupStart = headerEnd;
  let number = header.first;
  let at = headerEnd;
  for (; at < content.length; number++) {
    const end = content.indexOf(10, at);
    const frame = end < 0 ? undefined : readFrame(content, at, end);
    const starts = frame?.batch === number;
    const continues = group !== undefined && frame?.batch === group.batch;
    if (!frame || !(starts || continues)) break;
    if (starts) {
      group = frame;
      groupStart = at;
    }
    at = end + 1;
    if (number === frame.batch + frame.of - 1) {
      if (!isJson(content, groupStart, at)) {
        at = groupStart;
        break;
      }
      good.lines = number - header.first + 1;
      good.bytes = at;
      group = undefined;
    }
  }
  if (good.bytes < content.length) refuseLaterGroup(content, header, good, file);
  return { header, lines: good.lines, goodBytes: good.bytes };
}

/** A whole line of a later group proves that the damaged one had been synced: not ours to cut. */
function refuseLaterGroup(
  content: Buffer,
  header: Header,
  good: { readonly lines: number; readonly bytes: number },
  file: string,
): void {
  const damaged = header.first + good.lines;
  for (let at = good.bytes; at < content.length; ) {
    const found = content.indexOf(10, at);
    const end = found < 0 ? content.length : found;
    const frame = readFrame(content, at, end);
    if (frame && frame.batch > damaged) {
      throw new LogBroken(file, good.lines + 2, "it was changed or damaged after it was written");
    }
    at = end + 1;
  }
}

function readFrame(content: Buffer, start: number, end: number): Frame | undefined {
  const head = content.toString("latin1", start, Math.min(end, start + 64));
  const match = /^\{"bytes":(\d+),"batch":\[(\d+),(\d+)\],/.exec(head);
  if (!match) return undefined;
  const comma = head.indexOf(",");
  const whole = end - (start + comma + 1) === Number(match[1]) && content[end - 1] === 125;
  return whole ? { batch: Number(match[2]), of: Number(match[3]) } : undefined;
}

function isJson(content: Buffer, start: number, end: number): boolean {
  // Only a group at the very end can be half written; the chain proves the others.
  if (end < content.length) return true;
  try {
    for (const line of content.toString("utf8", start, end - 1).split("\n")) JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
