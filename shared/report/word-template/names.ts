/**
 * The names of a Word template: those of every template (`template-names.ts`), and lists to repeat
 * a paragraph or a row of a table for: the records under a figure, the lines of a statement, the
 * units, the problems, all figures of the report.
 */
import type { Ledger } from "../../ledger/ledger.ts";
import { profileFor } from "../../tally/profile-for.ts";
import { noAnswer } from "../../tally/wording.ts";
import { annexOf } from "../annex.ts";
import type { Document } from "../document.ts";
import { sourceOf } from "../explain.ts";
import { templateNames } from "../template-names.ts";
import { lineList, recordList } from "./list.ts";
import { figureList, problemList, unitList } from "./office-lists.ts";
import { type Scope, scopeOf, text, type Value } from "./scope.ts";

/**
 * @param now the ledger as it is, which knows the frozen reports
 * @param then the one that the document was made from
 */
export function wordNames(document: Document, now: Ledger, then: Ledger): Scope {
  const { period, edition } = document;
  const values: Record<string, () => Value> = {};
  for (const [name, held] of Object.entries(templateNames(now, period, edition?.number))) {
    values[name] = () => toValue(held);
    for (const part of partsOf(held)) values[`${name}.${part}`] = () => partOf(held, part, then);
  }
  const found = profileFor(then, period);
  if (!found) return scopeOf(values);
  const { ledger, profile } = found;
  const units = () => unitList(ledger, profile, period);
  const problems = () => problemList(ledger, profile, period);
  const figures = () => figureList(() => annexOf(document, then));
  // What the office itself calls so keeps its name.
  const lists = { units, problems, figures, 单位: units, 问题: problems, 数字: figures };
  return scopeOf({ ...lists, ...values });
}

/** A figure holds while it is more than nothing, a statement once it is written. */
function toValue(held: unknown): Value {
  if (typeof held !== "object" || held === null) return text(String(held ?? ""));
  const { value, written } = held as { value?: number | null; written?: boolean };
  return text(String(held), written ?? (value !== null && value !== 0));
}

const partsOf = (held: unknown): string[] =>
  typeof held === "object" && held !== null
    ? Object.getOwnPropertyNames(held).filter((name) => name !== "toString" && name !== "valueOf")
    : [];

function partOf(held: unknown, part: string, ledger: Ledger): Value {
  const { [part]: value } = held as Readonly<Record<string, unknown>>;
  if (Array.isArray(value)) {
    if (part !== "sources") return lineList(value.map(String));
    return recordList(() => value.map((id: string) => sourceOf(ledger, id)));
  }
  if (value === null || value === undefined) return text(noAnswer, false);
  if (typeof value === "boolean") return text(value ? "是" : "否", value);
  return text(String(value), value !== 0 && value !== "");
}
