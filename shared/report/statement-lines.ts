/**
 * What people wrote for a statement, as the lines of a report: one line, one point. Only the
 * blanks around a line and a number that would stand there twice are left out; nothing is added
 * but the stop that a line ends without.
 */
import type { Ledger } from "../ledger/ledger.ts";
import { statementKey } from "../ledger/periods.ts";
import type { StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";

/** None while it is unwritten. */
export const linesOf = (ledger: Ledger, period: Period, statement: StatementId): string[] =>
  linesOfText(ledger.statements.get(statementKey(period.id, statement))?.text ?? "");

export const linesOfText = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const isEnded = (line: string): boolean => /[。！？；：…．.!?;]["”’）)》]*$/u.test(line);

/** A line that ends without a stop gets one: it runs on into the next. */
export const withStop = (line: string): string => (isEnded(line) ? line : `${line}。`);

/** The line without the number that it is about to get: somebody typed 一是 though told not to. */
export function withoutNumber(line: string, number: string): string {
  const typed = line.replace(/^\(([^()]{1,3})\)/u, "（$1）");
  const rest = typed.startsWith(number)
    ? typed.slice(number.length).replace(/^[，、\s]+/u, "")
    : "";
  return rest === "" ? line : rest;
}

/** The first sentence as a run-in heading, where more follows it. */
export function splitHeading(line: string): { heading: string; rest: string } {
  const at = line.indexOf("。");
  const rest = at < 0 ? "" : line.slice(at + 1).trim();
  return rest === "" ? { heading: "", rest: line } : { heading: line.slice(0, at), rest };
}
