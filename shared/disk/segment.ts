/**
 * One file of a log: its first line says which log and version it is, the others are numbered.
 * A line is `{"bytes":N,"batch":[S,M],…}`: N bytes follow the first comma, and the line is one of
 * the M, from number S on, that were written and synced together.
 */
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

const newline = 10;
const closingBrace = 125;

export const isSegment = (name: string): boolean => /^\d{12}\.ndjson$/.test(name);
export const segmentName = (first: number): string => `${String(first).padStart(12, "0")}.ndjson`;
export const firstOf = (name: string): number => Number(name.slice(0, 12));

export const headerLine = ({ epoch, first, previous }: Header): string =>
  `${JSON.stringify({ taizhang: "journal", v: 1, epoch, first, previous })}\n`;

/** @throws LogBroken, NewerFormat */
export function readHeader(line: string, file: string): Header {
  const place = { file, line: 1, offset: 0 };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new LogBroken(place, "not-json", { cause });
  }
  const version = z.looseObject({ v: z.number() }).safeParse(value);
  if (version.success && version.data.v > 1) throw new NewerFormat(file, version.data.v);
  const header = Header.safeParse(value);
  if (!header.success || segmentName(header.data.first) !== file) {
    throw new LogBroken(place, "not-a-journal");
  }
  return header.data;
}

/** @param batch the number of the group's first line, of the `of` that were written together */
export function framedLine(text: string, batch: number, of: number): string {
  const rest = `"batch":[${batch},${of}],${text.slice(1)}`;
  return `{"bytes":${Buffer.byteLength(rest)},${rest}\n`;
}

/** The text that was framed; undefined where there is no frame. */
export function findFramedText(line: string): string | undefined {
  const rest = line.startsWith('{"bytes":') ? line.indexOf("],") : -1;
  return rest < 0 ? undefined : `{${line.slice(rest + 2)}`;
}

export interface Scanned {
  readonly header: Header;
  readonly lines: number; // whole groups only
  readonly goodBytes: number; // what stands behind them was cut off in the middle of a write
}

interface Frame {
  readonly batch: number;
  readonly of: number;
  readonly whole: boolean;
}

/**
 * Looks for the end of the last whole group.
 * @throws LogBroken for damage that no interrupted write explains; NewerFormat
 */
export function scanSegment(content: Buffer, file: string): Scanned {
  const headerEnd = content.indexOf(newline) + 1;
  const header = readHeader(content.toString("utf8", 0, headerEnd - 1), file);
  let lines = 0;
  let goodBytes = headerEnd;
  let group: Frame | undefined;
  let at = headerEnd;
  for (let number = header.first; at < content.length; number++) {
    const end = content.indexOf(newline, at);
    const frame = end < 0 ? undefined : findFrame(content, at, end);
    if (!frame?.whole || (frame.batch !== number && frame.batch !== group?.batch)) break;
    if (frame.batch === number) group = frame;
    at = end + 1;
    if (number < frame.batch + frame.of - 1) continue;
    // Only a group at the very end can be half written; the chain proves the others.
    if (at === content.length && !areJson(content, goodBytes, at)) break;
    lines = number - header.first + 1;
    goodBytes = at;
    group = undefined;
  }
  if (goodBytes < content.length) refuseLaterGroup(content, file, header.first + lines, goodBytes);
  return { header, lines, goodBytes };
}

/**
 * A later group was begun only after the damaged one had been synced and perhaps promised: then
 * the damage is not ours to cut.
 */
function refuseLaterGroup(content: Buffer, file: string, damaged: number, offset: number): void {
  for (let at = offset; at < content.length; ) {
    const found = content.indexOf(newline, at);
    const end = found < 0 ? content.length : found;
    const frame = findFrame(content, at, end);
    if (frame && frame.batch > damaged) {
      throw new LogBroken({ file, line: lineAt(content, offset), offset }, "changed");
    }
    at = end + 1;
  }
}

function lineAt(content: Buffer, offset: number): number {
  let line = 1;
  for (let at = content.indexOf(newline); at >= 0 && at < offset; line++) {
    at = content.indexOf(newline, at + 1);
  }
  return line;
}

function findFrame(content: Buffer, start: number, end: number): Frame | undefined {
  const head = content.toString("latin1", start, Math.min(end, start + 64));
  const match = /^\{"bytes":(\d+),"batch":\[(\d+),(\d+)\],/.exec(head);
  if (!match) return undefined;
  const rest = end - (start + head.indexOf(",") + 1);
  const whole = rest === Number(match[1]) && content[end - 1] === closingBrace;
  return { batch: Number(match[2]), of: Number(match[3]), whole };
}

function areJson(content: Buffer, start: number, end: number): boolean {
  try {
    for (const line of content.toString("utf8", start, end - 1).split("\n")) JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
