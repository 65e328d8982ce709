/** Reading a log back, a segment at a time: whole files in one call, no work per character. */
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { type Damage, LogBroken } from "./log-errors.ts";
import { findFramedText, readHeader, segmentName } from "./segment.ts";

/** Lines that stand together in one file. */
export interface LogPart {
  /** The number of the first of them; the others follow without a gap. */
  readonly first: number;
  /** Each the JSON text that was appended. */
  readonly texts: readonly string[];
  /** The error for one of them that is not what it should be, with the place where it stands. */
  readonly broken: (number: number, reason: Damage, cause?: unknown) => LogBroken;
}

/**
 * The lines after the number `after` up to the number `last`, which the log holds.
 * @throws LogBroken, NewerFormat
 */
export async function* readSegments(
  folder: string,
  firsts: readonly number[],
  after: number,
  last: number,
  disk: Disk,
): AsyncIterable<LogPart> {
  const start = Math.max(
    0,
    firsts.findLastIndex((first) => first <= after + 1),
  );
  for (const [at, own] of firsts.entries()) {
    if (at < start || own > last || after >= last) continue;
    const file = segmentName(own);
    const lines = (await disk.read(join(folder, file))).toString().split("\n");
    readHeader(lines[0] ?? "", file);
    const broken = (number: number, reason: Damage, cause?: unknown) => {
      const line = number - own + 2;
      const offset = lines
        .slice(0, line - 1)
        .reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0);
      return new LogBroken({ file, line, offset }, reason, { cause });
    };
    const until = Math.min(last + 1, firsts[at + 1] ?? last + 1);
    const first = Math.max(own, after + 1);
    const texts: string[] = [];
    for (let number = first; number < until; number++) {
      const line = lines[number - own + 1];
      if (line === undefined || (line === "" && number - own + 2 === lines.length)) {
        throw broken(number, "too-short");
      }
      const text = findFramedText(line);
      if (text === undefined) throw broken(number, "changed");
      texts.push(text);
    }
    yield { first, texts, broken };
  }
}
