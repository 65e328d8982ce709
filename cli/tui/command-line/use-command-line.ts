/** The line that is typed behind `:`, with what Tab offers and what was typed before. */
import { type Key, usePaste } from "ink";
import type { RefObject } from "react";
import { toPlainLines } from "../../../shared/words/plain-text.ts";
import { insert, type Line, lineOf, move, remove } from "../ui/text-edit.ts";
import { useKeys } from "../ui/use-keys.ts";
import { useLatestState } from "../ui/use-latest-state.ts";
import { graphemesOf } from "../ui/width.ts";
import type { Completion } from "./complete.ts";

export interface CommandLineActions {
  readonly run: (line: string) => void;
  readonly close: () => void;
  readonly complete: (line: string) => Completion;
}

interface Typed {
  readonly line: Line;
  readonly choices: readonly string[];
  /** How far back in what was typed before; 0 is the line of now. */
  readonly back: number;
}

/** @param history what was run before, the newest first; it is added to */
export function useCommandLine(
  history: RefObject<readonly string[]>,
  { run, close, complete }: CommandLineActions,
  isActive: boolean,
): Typed {
  const empty: Typed = { line: lineOf(""), choices: [], back: 0 };
  const [typed, now, setTyped] = useLatestState(empty);
  const edit = (line: Line) => setTyped({ line, choices: [], back: 0 });
  const put = (text: string) => {
    const clean = toPlainLines(text).replaceAll("\n", " ");
    if (clean !== "") edit(insert(now().line, clean));
  };

  function enter() {
    const text = now().line.text.trim();
    if (text === "") return close();
    history.current = [text, ...history.current.filter((one) => one !== text)];
    setTyped(empty);
    run(text);
  }

  /** What stands behind the caret stays there. */
  function completeHere() {
    const { line } = now();
    const parts = graphemesOf(line.text);
    const { line: text, choices } = complete(parts.slice(0, line.at).join(""));
    const before = lineOf(text);
    const rest = parts.slice(line.at).join("");
    setTyped({ line: { text: before.text + rest, at: before.at }, choices, back: 0 });
  }

  function recall(by: number) {
    const back = Math.max(0, Math.min(history.current.length, now().back + by));
    setTyped({ line: lineOf(history.current[back - 1] ?? ""), choices: [], back });
  }

  function handle(input: string, key: Key) {
    const { line } = now();
    if (key.escape || (key.backspace && line.text === "")) return close();
    if (key.return) return enter();
    if (key.tab) return completeHere();
    if (key.upArrow || key.downArrow) return recall(key.upArrow ? 1 : -1);
    if (key.leftArrow || key.rightArrow) return edit(move(line, key.leftArrow ? -1 : 1));
    if (key.home || (key.ctrl && input === "a")) return edit(move(line, Number.NEGATIVE_INFINITY));
    if (key.end || (key.ctrl && input === "e")) return edit(move(line, Number.POSITIVE_INFINITY));
    if (key.ctrl && input === "u") return edit(lineOf(""));
    if (key.ctrl && input === "w") return edit(withoutWord(line));
    if (key.backspace || key.delete) return edit(remove(line, key.delete ? 0 : -1));
    if (!key.ctrl && !key.meta) put(input);
  }
  useKeys(handle, { isActive });
  usePaste(put, { isActive });
  return typed;
}

/** The word before the caret, with the blanks behind it. */
function withoutWord({ text, at }: Line): Line {
  const parts = graphemesOf(text);
  const before = parts
    .slice(0, at)
    .join("")
    .replace(/\S*\s*$/u, "");
  return { text: before + parts.slice(at).join(""), at: graphemesOf(before).length };
}
