/** A line being edited: characters as people see them, and where the caret stands among them. */
import { drawable, graphemesOf, widthOf } from "./width.ts";

export interface Line {
  readonly text: string;
  readonly at: number; // in graphemes, from the beginning
}

export const lineOf = (text: string): Line => ({ text, at: graphemesOf(text).length });

export function insert({ text, at }: Line, typed: string): Line {
  const parts = graphemesOf(text);
  const before = parts.slice(0, at).join("") + typed;
  // Counted anew: what was typed may join with what stands before it.
  return { text: before + parts.slice(at).join(""), at: graphemesOf(before).length };
}

/** Takes away the character before the caret (-1) or behind it (0). */
export function remove({ text, at }: Line, where: -1 | 0): Line {
  const parts = graphemesOf(text);
  const index = at + where;
  if (index < 0 || index >= parts.length) return { text, at };
  return { text: parts.toSpliced(index, 1).join(""), at: index };
}

export function move({ text, at }: Line, by: number): Line {
  const length = graphemesOf(text).length;
  return { text, at: Math.max(0, Math.min(length, at + by)) };
}

/** What is visible in so many cells, and in which of them the caret stands. */
export function view({ text, at }: Line, cells: number): { shown: string; caret: number } {
  const parts = graphemesOf(text);
  let start = 0;
  const widthTo = (from: number) => widthOf(parts.slice(from, at).join(""));
  while (start < at && widthTo(start) > cells - 1) start++;
  let shown = "";
  for (const one of parts.slice(start)) {
    if (widthOf(shown + one) > cells) break;
    shown += one;
  }
  return { shown: drawable(shown), caret: widthTo(start) };
}
