/**
 * What the ledger's screen knows: the query, the order, which records are chosen and selected, and
 * what lies over the table. Keys are taken one by one, each on what the one before it made.
 */
import { type Key, usePaste } from "ink";
import { useRef } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import { completions } from "../../../reading/complete-query.ts";
import { type Order, orders } from "../../../reading/entry-rows.ts";
import { edited, typed } from "../../line-keys.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { findBinding } from "../../ui/key-map.ts";
import { type Line, lineOf } from "../../ui/text-edit.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { step } from "../../ui/use-list.ts";
import { graphemesOf } from "../../ui/width.ts";
import type { Kept } from "../../use-keeping.ts";
import { bad } from "../../use-submit.ts";
import type { FormName } from "./asking.tsx";
import { type LedgerDoes, ledgerKeys } from "./keys.ts";
import { useEntries } from "./use-entries.ts";
import { useGoing } from "./use-going.ts";
import { useMending } from "./use-mending.ts";
import { usePeriodOf } from "./use-period-of.ts";
import { useWindow } from "./use-window.ts";

export type Over =
  | { readonly is: "table" }
  | { readonly is: "detail"; readonly from: number }
  | { readonly is: "filter" | "day"; readonly line: Line; readonly before: string }
  | { readonly is: "form"; readonly name: FormName; readonly entries: readonly Entry[] };

const nobody: ReadonlySet<EntryId> = new Set();

export function useLedgerScreen(
  { period, isActive, focus, onKeep, onNotice, onOpen }: ScreenProps,
  rowLines: number,
) {
  const { say } = useOffice().wording;
  const { ledger } = useLedger();
  const focused = focus && ledger.entries.byId.get(focus as EntryId);
  const [line, lineNow, setLine] = useLatestState(
    focus && !focused ? focus : "",
    useRemembered("ledger.query", focus),
  );
  const [order, orderNow, setOrder] = useLatestState<Order>(
    "date",
    useRemembered("ledger.order", focus),
  );
  const [over, overNow, setOver] = useLatestState<Over>({ is: "table" });
  const [selected, selectedNow, setSelected] = useLatestState(
    nobody,
    useRemembered("ledger.selected", focus),
  );
  const lastQuery = useRef("");
  const [shown, showPeriodOf] = usePeriodOf(
    period,
    (focused || undefined)?.on,
    useRemembered("ledger.elsewhere", focus),
  );
  const entries = useEntries(shown, line, order);
  const window = useWindow(
    entries.rows,
    ledger.entries,
    rowLines,
    useRemembered("ledger.place", focus),
    focused || undefined,
  );
  const { goToMatch, goToDay } = useGoing({ entries, window, shown, showPeriodOf, onNotice });
  const { mayMend, restore, openSource } = useMending({ onNotice, onOpen });

  const kept = keptBy(over, line, selected);

  const type = (is: "filter" | "day", text: string) => {
    setOver({ is, line: lineOf(text), before: text });
  };
  const change = (next: Line) => {
    const now = overNow();
    if (now.is !== "filter" && now.is !== "day") return;
    setOver({ ...now, line: next });
    if (now.is === "filter") setLine(next.text);
  };
  const fill = (name: FormName, of: readonly Entry[]) => {
    setOver({ is: "form", name, entries: of });
  };
  const done = (isSaved: boolean) => {
    setOver({ is: "table" });
    if (isSaved) setSelected(nobody);
  };

  /** What m is about: the selected records, or the chosen one. */
  const meant = (): Entry[] => {
    const ids = [...selectedNow()];
    const list = ids.flatMap((id) => ledger.entries.byId.get(id) ?? []);
    const one = window.entryNow();
    return list.length > 0 || !one ? list : [one];
  };

  function act(does: LedgerDoes) {
    const entry = window.entryNow();
    const { count } = entries.rows;
    switch (does) {
      case "filter":
        return type("filter", lineNow());
      case "jump":
        if (orderNow() !== "date") setOrder("date");
        return type("day", "");
      case "order":
        return setOrder(orders[(orders.indexOf(orderNow()) + 1) % orders.length] ?? "date");
      case "last":
        return window.go(count - 1);
      case "next-match":
      case "match-before": {
        const by = does === "next-match" ? 1 : -1;
        if (lineNow() !== "") return window.go(window.now().at + by); // every row is a match
        return void goToMatch(lastQuery.current, by);
      }
    }
    if (!entry) return onNotice(bad(say("ledger.nothing-chosen")));
    switch (does) {
      case "detail":
        return setOver(overNow().is === "detail" ? { is: "table" } : { is: "detail", from: 0 });
      case "select": {
        const next = new Set(selectedNow());
        if (!next.delete(entry.id)) next.add(entry.id);
        setSelected(next);
        return window.go(window.now().at + 1);
      }
      case "amend":
        return mayMend([entry]) ? fill("amend", [entry]) : undefined;
      case "void":
        if (isVoided(entry)) return onNotice(bad(say("ledger.is-voided")));
        return mayMend([entry]) ? fill("void", [entry]) : undefined;
      case "marks": {
        const list = meant();
        return mayMend(list) ? fill("marks", list) : undefined;
      }
      case "restore":
        return mayMend([entry]) ? void restore(entry) : undefined;
      case "duplicate":
        return onOpen({ screen: "entry-form", focus: entry.id });
      case "source":
        return openSource(entry);
    }
  }

  /** The filter goes; what it looked for stays known to n and N. */
  function drop() {
    if (lineNow().trim() !== "") lastQuery.current = lineNow();
    setLine("");
  }

  function onLine(now: Over & { is: "filter" | "day" }, input: string, key: Key) {
    if (key.escape) {
      if (now.is === "filter") drop();
      return setOver({ is: "table" });
    }
    if (key.return) {
      setOver({ is: "table" });
      if (now.is === "day") return goToDay(now.line.text);
      if (lineNow().trim() === "") setLine("");
      return;
    }
    if (key.tab) {
      if (now.is !== "filter") return;
      const [next] = completions(now.line.text, entries.context);
      if (next !== undefined) change(lineOf(next));
      return;
    }
    if (key.upArrow || key.downArrow || key.pageUp || key.pageDown) {
      return move(key);
    }
    const next = edited(now.line, input, key);
    if (next) change(next);
  }

  function move(key: Key) {
    const to = step(key, window.now().at, rowLines, entries.rows.count);
    if (to !== undefined) window.go(to);
    return to !== undefined;
  }

  function onTable(now: Over, input: string, key: Key) {
    if (key.escape) {
      if (now.is === "detail") return setOver({ is: "table" });
      if (selectedNow().size > 0) return setSelected(nobody);
      return drop();
    }
    if (now.is === "detail" && (key.pageDown || key.pageUp)) {
      const by = key.pageDown ? rowLines - 1 : 1 - rowLines;
      return setOver({ ...now, from: Math.max(0, now.from + by) });
    }
    if (move(key)) return;
    const does = findBinding(ledgerKeys, input, key);
    if (does) act(does);
  }

  useKeys(
    (input, key) => {
      // Quick fingers: one key may open the line that those behind it belong to.
      for (const one of input === "" ? [""] : graphemesOf(input)) {
        const now = overNow();
        if (now.is === "form") break;
        if (now.is === "filter" || now.is === "day") onLine(now, one, key);
        else onTable(now, one, key);
      }
      // At once, not with the next frame: what follows may be no command any more.
      onKeep(keptBy(overNow(), lineNow(), selectedNow()));
    },
    { isActive: isActive && over.is !== "form" },
  );
  usePaste(
    (text) => {
      const now = overNow();
      if (now.is === "filter" || now.is === "day") change(typed(now.line, text));
    },
    { isActive: isActive && (over.is === "filter" || over.is === "day") },
  );
  return { ...entries, period: shown, window, over, kept, line, order, selected, done } as const;
}

/** All keys while something is typed; Esc while there is something for it to take back. */
function keptBy(over: Over, line: string, selected: ReadonlySet<EntryId>): Kept {
  if (over.is === "form") return "all";
  if (over.is === "filter" || over.is === "day") return "line";
  return over.is === "detail" || line !== "" || selected.size > 0 ? "escape" : "nothing";
}
