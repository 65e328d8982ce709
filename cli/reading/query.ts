/**
 * A query: what somebody looks for among the entries, as one line of words that all must fit.
 *
 * `kind:` `unit:` `mark:` name what the profile has, `month:` and days or ranges say when, `is:`
 * says how a record stands, and everything else is text. What was understood can be printed, and
 * read again it is the same. There is no word for somebody else's records: `is:mine` is all.
 */
import { findNearest } from "../../shared/words/nearest.ts";
import { findDays } from "./query-days.ts";

export const states = ["voided", "pending", "late", "disputed", "mine"] as const;
export type State = (typeof states)[number];
export const facets = ["kind", "unit", "mark"] as const;
export type Facet = (typeof facets)[number];

export type Term =
  | { readonly of: "text"; readonly text: string }
  | { readonly of: Facet; readonly id: string }
  | { readonly of: "days"; readonly from: string; readonly to: string }
  | { readonly of: "is"; readonly state: State };

/** A word that means nothing here, and the known one that was probably meant. */
export interface Unknown {
  readonly word: string;
  readonly nearest: string | undefined;
}
export interface Query {
  readonly terms: readonly Term[];
  readonly unknown: readonly Unknown[];
}

export interface QueryName {
  readonly id: string;
  readonly label: string;
}
/** What a query is read with: the profile's names, the day it is, how a name may be spelt. */
export interface QueryContext {
  readonly names: Readonly<Record<Facet, readonly QueryName[]>>;
  readonly today: string;
  /** The year that is looked at: of days that are said without one. */
  readonly year?: string | undefined;
  /** Does the label sound like this? Without pinyin nothing does. */
  readonly sounds?: ((label: string, typed: string) => boolean) | undefined;
}

type Word = Facet | "month" | "is" | "by";
export const words: Readonly<Record<Word, readonly string[]>> = {
  kind: ["kind", "事项"],
  unit: ["unit", "单位", "基层单位"],
  mark: ["mark", "标记"],
  month: ["month", "月", "月份", "日期"],
  is: ["is", "是"],
  by: ["by"],
};
export const stateWords: Readonly<Record<State, readonly string[]>> = {
  voided: ["voided", "作废", "已作废"],
  pending: ["pending", "待发"],
  late: ["late", "更正", "补录"],
  disputed: ["disputed", "分歧"],
  mine: ["mine", "我的", "我记的", "me", "我"],
};

/** The signs of a Chinese keyboard mean what the Latin ones mean. */
const plain = (line: string): string =>
  line.replaceAll("：", ":").replaceAll("＞", ">").replaceAll("＜", "<").replaceAll("＝", "=");

/** Words by blanks; what stands in quotation marks is one. */
const split = (line: string): string[] => line.match(/[^\s":]*:?"[^"]*"?|[^\s"]+/gu) ?? [];
const unquoted = (text: string): string => text.replaceAll('"', "");

export function parseQuery(line: string, context: QueryContext): Query {
  const terms: Term[] = [];
  const unknown: Unknown[] = [];
  for (const piece of split(plain(line).replaceAll("\u3000", " "))) {
    const read = readWord(piece, context);
    if (read && "of" in read) terms.push(read);
    else if (read) unknown.push(read);
  }
  return { terms, unknown };
}

function readWord(piece: string, context: QueryContext): Term | Unknown | undefined {
  const text = unquoted(piece).trim();
  if (text === "") return undefined;
  if (piece.startsWith('"')) return { of: "text", text: text.toLowerCase() };
  const at = piece.indexOf(":");
  if (at < 0) {
    const days = findDays(text, context.today, context.year);
    return days ? { of: "days", ...days } : { of: "text", text: text.toLowerCase() };
  }
  const name = piece.slice(0, at).toLowerCase();
  const value = unquoted(piece.slice(at + 1)).trim();
  const word = (Object.keys(words) as Word[]).find((one) => words[one].includes(name));
  if (!word) {
    const nearest = findNearest(name, Object.values(words).flat());
    return { word: piece, nearest: nearest && `${nearest}:` };
  }
  if (value === "") return undefined; // still being typed
  return readValue(word, value, context);
}

function readValue(word: Word, value: string, context: QueryContext): Term | Unknown {
  const wanted = value.toLowerCase();
  switch (word) {
    case "kind":
    case "unit":
    case "mark": {
      const found = findName(context.names[word], wanted, context.sounds);
      if (found) return { of: word, id: found.id };
      const known = context.names[word].flatMap(({ id, label }) => [label, id]);
      const nearest = findNearest(value, known);
      return { word: `${word}:${value}`, nearest: nearest && `${word}:${nearest}` };
    }
    case "month": {
      const days = findDays(
        /^\d{1,2}$/.test(value) ? `${value}月` : value,
        context.today,
        context.year,
      );
      if (days) return { of: "days", ...days };
      return { word: `month:${value}`, nearest: undefined };
    }
    case "by":
    case "is": {
      // One's own are all that can be asked for: there is no table per person.
      const possible = word === "by" ? (["mine"] as const) : states;
      const state = possible.find((one) => stateWords[one].includes(wanted));
      if (state) return { of: "is", state };
      const nearest =
        word === "by" ? "mine" : findNearest(wanted, Object.values(stateWords).flat());
      return { word: `${word}:${value}`, nearest: nearest && `is:${nearest}` };
    }
  }
}

/** By id, by label, by how it begins, by a part of it, by its sound; the first that fits. */
function findName(
  names: readonly QueryName[],
  wanted: string,
  sounds: QueryContext["sounds"],
): QueryName | undefined {
  const label = (one: QueryName) => one.label.toLowerCase();
  return (
    names.find((one) => one.id === wanted || label(one) === wanted) ??
    names.find((one) => label(one).startsWith(wanted)) ??
    names.find((one) => label(one).includes(wanted)) ??
    names.find((one) => sounds?.(one.label, wanted)) ??
    names.find((one) => one.id.startsWith(wanted))
  );
}

/** The query as a line that is read as the same query again. */
export const printQuery = ({ terms }: Pick<Query, "terms">): string =>
  terms.map(printTerm).join(" ");

function printTerm(term: Term): string {
  switch (term.of) {
    case "text":
      return `"${term.text}"`;
    case "days":
      return `${term.from}..${term.to}`;
    case "is":
      return `is:${term.state}`;
    case "kind":
    case "unit":
    case "mark":
      return `${term.of}:${term.id}`;
  }
}
