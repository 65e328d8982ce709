/** What a sheet does not say row by row: the year of its days, and the kind of all its rows. */

import type { Kind } from "../../shared/profile/profile.ts";
import type { Sheet, SheetRow } from "../reading/sheet/cells.ts";
import type { Column } from "./columns.ts";
import { findYear } from "./days.ts";
import { isMeasure } from "./fields.ts";
import type { Header } from "./find-header.ts";
import type { Find } from "./named-cells.ts";
import type { PlanOptions, SheetPlan, YearSource } from "./plan.ts";

/** 单位 heads a column of villages, or one of 次, 场, 条: then it names no unit. */
export function withoutMeasures(
  columns: readonly Column[],
  first: readonly SheetRow[],
  header: Header,
): readonly Column[] {
  return columns.map((column) => {
    if (column.use !== "unit") return column;
    const texts = first
      .filter(({ row }) => row > header.last)
      .flatMap(({ cells }) => cells[column.column]?.text ?? []);
    return texts.length > 0 && texts.every(isMeasure)
      ? { ...column, use: "ignore", isUnused: true }
      : column;
  });
}

export function yearOf(sheet: Sheet, header: Header, options: PlanOptions): SheetPlan["year"] {
  if (options.year) return options.year;
  const said: readonly (readonly [YearSource, string])[] = [
    ["title", header.above.join(" ")],
    ["sheet", sheet.name],
    ["file", options.fileName],
  ];
  for (const [from, text] of said) {
    const year = findYear(text);
    if (year !== undefined) return { year, from };
  }
  const { yearBefore } = options;
  return yearBefore === undefined ? undefined : { year: yearBefore, from: "before" };
}

/** A sheet that is called after a kind holds that kind. */
export function kindOf(
  sheet: Sheet,
  header: Header,
  { kind, profile }: PlanOptions,
  findKind: Find<Kind>,
): SheetPlan["kind"] {
  if (kind) return { kind, from: "option" };
  const named = findKind(sheet.name);
  if ("one" in named) return { kind: named.one, from: "sheet" };
  const title = header.above.join(" ");
  const found = profile.kinds.filter(({ label }) => title.includes(label));
  return found.length === 1 && found[0] ? { kind: found[0], from: "title" } : undefined;
}
