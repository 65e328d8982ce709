/** The order of sources and titles: by day, then by name, a workstation's numbers as numbers. */
import type { LocalDate } from "../words/dates.ts";

export interface Dated {
  readonly id: string;
  readonly on: LocalDate;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareNames(a: string, b: string): number {
  // Of one length, the order of the text is the same: "-" stands before letters and digits.
  if (a.length === b.length) return compareText(a, b);
  const dashA = a.lastIndexOf("-");
  const dashB = b.lastIndexOf("-");
  return (
    compareText(a.slice(0, dashA), b.slice(0, dashB)) ||
    Number(a.slice(dashA + 1)) - Number(b.slice(dashB + 1))
  );
}

export const compareRecords = (a: Dated, b: Dated): number =>
  compareText(a.on, b.on) || compareNames(a.id, b.id);

export const namesInOrder = (records: readonly Dated[]): string[] =>
  [...records].sort(compareRecords).map(({ id }) => id);
