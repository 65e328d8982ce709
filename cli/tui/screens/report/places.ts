/** Ways through the report: from a place to its line, from heading to heading, to a finding. */
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import type { Layout, Place } from "./lines.ts";

/** The line of a place, or of what stands there in a report that has become shorter. */
export function lineAt({ lines }: Layout, place: Place): number {
  let found = 0;
  for (const [at, line] of lines.entries()) {
    const order =
      line.heading - place.heading || line.block - place.block || line.line - place.line;
    if (order > 0) break;
    found = at;
  }
  return found;
}

/** The line of the next heading, or of the one before. */
export function headingFrom({ lines }: Layout, line: number, by: 1 | -1): number | undefined {
  for (let at = line + by; at >= 0 && at < lines.length; at += by) {
    if (lines[at]?.isHeading && lines[at - 1]?.isHeading !== true) return at;
  }
  return by < 0 && line > 0 ? 0 : undefined;
}

/** The next statement that nobody has written yet, or else the next one; from the end to the top. */
export function statementFrom({ stops }: Layout, at: number): number | undefined {
  const around = stops.map((_, by) => (at + 1 + by) % stops.length);
  const isOne = (to: number) => stops[to]?.type === "statement";
  const isUnwritten = (to: number) => {
    const stop = stops[to];
    return stop?.type === "statement" && !stop.written;
  };
  return around.find(isUnwritten) ?? around.find(isOne);
}

/** Where a finding stands: its line, and the figure or statement to go to, as far as there is one. */
export function placeOf(
  layout: Layout,
  finding: ReportFinding,
): { readonly line: number; readonly stop?: number } | undefined {
  const sentence = "place" in finding ? finding.place?.sentence : undefined;
  const stop = findStop(layout, finding);
  const line = sentence === undefined ? undefined : lineOfText(layout, sentence);
  if (line !== undefined) return { line, ...(stop === undefined ? {} : { stop }) };
  return stop === undefined ? undefined : { line: layout.lineOfStop[stop] ?? 0, stop };
}

function lineOfText({ lines, blocks }: Layout, sentence: string): number | undefined {
  for (const { text, first } of blocks) {
    const from = text.indexOf(sentence);
    if (from < 0) continue;
    let at = first;
    while ((lines[at + 1]?.line ?? 0) > 0 && (lines[at + 1]?.from ?? 0) <= from) at++;
    return at;
  }
  return undefined;
}

function findStop({ stops }: Layout, finding: ReportFinding): number | undefined {
  const place = "place" in finding ? finding.place : undefined;
  const statement = "statement" in finding ? finding.statement : place?.statement;
  const indicators = [
    "figure" in finding ? finding.figure.indicator : undefined,
    "whole" in finding ? finding.whole.indicator : undefined,
    "indicator" in finding ? finding.indicator : undefined,
    ...("indicators" in finding ? finding.indicators : []),
  ].filter((one) => one !== undefined);
  const at = stops.findIndex((stop) =>
    stop.type === "statement"
      ? stop.statement === statement
      : statement === undefined && indicators.includes(stop.figure.tally.indicator.id),
  );
  return at < 0 ? undefined : at;
}
