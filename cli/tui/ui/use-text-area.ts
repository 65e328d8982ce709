/** A text of many lines as it is typed: it knows nothing of what it is for. */
import { type Key, usePaste } from "ink";
import { insert, type Line, lineOf, move, remove } from "./text-edit.ts";
import {
  caretIn,
  moveRows,
  moveToEnd,
  type Row,
  removeBack,
  rowsOf,
  wordBefore,
} from "./text-lines.ts";
import { useKeys } from "./use-keys.ts";
import { useLatestState } from "./use-latest-state.ts";
import { windowStart } from "./use-list.ts";

export interface TextArea {
  readonly text: string;
  readonly rows: readonly Row[]; // those that are seen
  readonly caret: { readonly row: number; readonly cell: number }; // among those
  readonly above: number; // rows that stand before what is seen
  readonly below: number;
}

export interface TextAreaActions {
  readonly save: (text: string) => void;
  readonly cancel: (text: string) => void;
  /** What people type, without what may not be typed. */
  readonly clean: (typed: string) => string;
}

interface State {
  readonly line: Line;
  /** The cell that the caret goes back to when it passes shorter rows. */
  readonly goal: number | undefined;
  readonly first: number;
}

/** @param size the room for the text; one cell of it is the caret's, behind a full row */
export function useTextArea(
  initial: string,
  size: { readonly width: number; readonly height: number },
  actions: TextAreaActions,
  isActive = true,
): TextArea {
  const cells = Math.max(2, size.width - 1);
  const height = Math.max(1, size.height);
  const [drawn, latest, set] = useLatestState<State>({
    line: lineOf(initial),
    goal: undefined,
    first: 0,
  });
  const rowsNow = () => rowsOf(latest().line.text, cells);
  function go(line: Line, goal?: number): void {
    const rows = rowsOf(line.text, cells);
    const first = windowStart(latest().first, caretIn(line, rows).row, height, rows.length);
    set({ line, goal, first });
  }
  function put(typed: string): void {
    const clean = actions.clean(typed);
    if (clean !== "") go(insert(latest().line, clean));
  }
  function goRows(by: number): void {
    const { line, goal } = latest();
    const rows = rowsNow();
    const cell = goal ?? caretIn(line, rows).cell;
    go(moveRows(line, rows, by, cell), cell);
  }
  function onKey(input: string, key: Key) {
    const { line } = latest();
    if (key.escape) return actions.cancel(line.text);
    if (key.ctrl && input === "s") return actions.save(line.text);
    if (key.return) return put("\n");
    if (key.upArrow || key.downArrow) return goRows(key.upArrow ? -1 : 1);
    if (key.pageUp || key.pageDown) return goRows(key.pageUp ? -height : height);
    if (key.leftArrow || key.rightArrow) return go(move(line, key.leftArrow ? -1 : 1));
    if (key.home || (key.ctrl && input === "a")) return go(moveToEnd(line, rowsNow(), "first"));
    if (key.end || (key.ctrl && input === "e")) return go(moveToEnd(line, rowsNow(), "last"));
    if (key.ctrl && input === "w") return go(removeBack(line, wordBefore(line)));
    if (key.ctrl && input === "u")
      return go(removeBack(line, moveToEnd(line, rowsNow(), "first").at));
    if (key.backspace || key.delete) return go(remove(line, key.delete && !key.backspace ? 0 : -1));
    if (key.ctrl || key.meta || key.tab) return;
    put(input);
  }
  useKeys(onKey, { isActive });
  usePaste(put, { isActive });

  const rows = rowsOf(drawn.line.text, cells);
  const caret = caretIn(drawn.line, rows);
  const first = windowStart(drawn.first, caret.row, height, rows.length);
  return {
    text: drawn.line.text,
    rows: rows.slice(first, first + height),
    caret: { row: caret.row - first, cell: caret.cell },
    above: first,
    below: Math.max(0, rows.length - first - height),
  };
}
