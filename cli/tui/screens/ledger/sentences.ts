/** The sentences around the table: what is shown, what was not understood, which keys help. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { completions } from "../../../reading/complete-query.ts";
import type { EntryRows, Order } from "../../../reading/entry-rows.ts";
import type { Query, QueryContext } from "../../../reading/query.ts";
import type { Wording } from "../../../wording/wording.ts";
import { widthOf } from "../../ui/width.ts";
import { type LedgerDoes, ledgerKeys } from "./keys.ts";
import type { Over } from "./use-ledger-screen.ts";

export interface Said {
  readonly over: Over;
  readonly rows: EntryRows;
  readonly at: number;
  readonly line: string;
  readonly query: Query;
  readonly order: Order;
  readonly selected: ReadonlySet<string>;
  readonly period: Period;
  readonly wording: Wording;
  readonly context: QueryContext;
  readonly newest: string | undefined; // the last day that has entries at all
}

/** What is shown in one line, and below it what is amiss or what would help. */
export function statusLine(said: Said): { text: string; below: string; isBad: boolean } {
  const { over, rows, at, line, query, order, selected, period, wording } = said;
  const { say } = wording;
  const isFiltered = line.trim() !== "";
  const count = rows.isWhole
    ? say(rows.count === 0 ? "ledger.none" : "ledger.count", { at: at + 1, count: rows.count })
    : say("ledger.looking", { count: rows.count });
  const text = [
    period.id,
    isFiltered ? say("ledger.filtered", { query: line.trim() }) : "",
    count,
    say(`ledger.order.${order}`),
    selected.size > 0 ? say("ledger.selected", { count: selected.size }) : "",
  ];
  const [unknown] = query.unknown;
  const near = unknown?.nearest ? say("error.nearest", { name: unknown.nearest }) : "";
  const misread = unknown ? say("ledger.unknown-word", { word: unknown.word, nearest: near }) : "";
  const empty = isFiltered ? say("ledger.nothing-found") : emptyPeriod(said);
  const isEmpty = rows.count === 0 && rows.isWhole;
  const help = over.is === "day" ? say("ledger.day-help") : say("ledger.filter-help");
  const asks = over.is === "filter" || over.is === "day";
  const found = over.is === "filter" && isFiltered ? [count, ...offered(said)].join("  ") : help;
  return {
    text: text.filter(Boolean).join("  ·  "),
    below: misread || (isEmpty ? empty : asks ? found : ""),
    isBad: misread !== "",
  };
}

/** What Tab would make of the word that is being typed; the first is the one it takes. */
function offered({ over, context }: Said): string[] {
  if (over.is !== "filter" || !/:[^\s:]*$|：[^\s：]*$/.test(over.line.text)) return [];
  return completions(over.line.text, context)
    .slice(0, offeredAtMost)
    .map((one) => one.slice(one.lastIndexOf(":") + 1));
}
const offeredAtMost = 8;

/** Where there is something, if not here. */
function emptyPeriod({ wording, newest }: Said): string {
  return newest === undefined
    ? wording.say("ledger.empty")
    : wording.say("ledger.empty-period", { day: newest });
}

/** The keys that matter now, as many as fit. */
export function hintLine(said: Said, chosen: Entry | undefined, width: number): string {
  const { over, line, selected, wording } = said;
  if (over.is === "filter") return wording.say("ledger.hint.filter");
  if (over.is === "day") return wording.say("ledger.hint.day");
  const isOff = chosen !== undefined && isVoided(chosen);
  const wanted: readonly LedgerDoes[] = [
    "filter",
    ...(selected.size > 0 ? (["marks", "select"] as const) : []),
    ...(isOff ? (["restore"] as const) : []),
    ...(line === "" ? [] : (["next-match"] as const)),
    "detail",
    ...(isOff ? [] : (["amend", "void"] as const)),
    "duplicate",
    "select",
    "order",
    "jump",
    ...(chosen?.inspection ? (["source"] as const) : []),
  ];
  const first = over.is === "detail" ? `PgDn  Esc ${wording.say("key.cancel")}` : "";
  let hints = first;
  for (const does of new Set(wanted)) {
    const key = ledgerKeys.find((one) => one.does === does);
    if (!key) continue;
    const longer = [hints, `${key.keys} ${wording.say(key.says)}`].filter(Boolean).join("  ");
    if (widthOf(longer) >= width) break;
    hints = longer;
  }
  return hints;
}
