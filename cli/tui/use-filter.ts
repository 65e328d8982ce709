/**
 * A filter over a list: `/` begins it, the list narrows with every letter, Enter keeps it and Esc
 * drops it. What stands in it is told at once, also before it has been drawn.
 */
import { type Key, usePaste } from "ink";
import { type RefObject, useMemo } from "react";
import { matchWords, type Words } from "../reading/words-match.ts";
import { edited, typed } from "./line-keys.ts";
import { type Line, lineOf } from "./ui/text-edit.ts";
import { useLatestState } from "./ui/use-latest-state.ts";
import { useSounds } from "./use-sounds.ts";

export interface Filter {
  /** What narrows the list; empty where nothing does. */
  readonly query: string;
  /** While it is typed. */
  readonly line: Line | undefined;
  readonly fits: ((words: Words) => boolean) | undefined;
  isTyped(): boolean;
  isSet(): boolean;
  begin(): void;
  drop(): void;
  /** What a key does to the line that is typed. */
  take(input: string, key: Key): void;
}

export interface FilterState {
  readonly query: string;
  readonly line?: Line | undefined;
}

/**
 * @param start what narrows it from the beginning
 * @param held where it outlives the view
 */
export function useFilter(
  start: string,
  isActive: boolean,
  held?: RefObject<FilterState | undefined>,
): Filter {
  const sounds = useSounds();
  const [{ query, line }, now, set] = useLatestState<FilterState>({ query: start }, held);
  const change = (next: Line) => set({ query: next.text, line: next });
  usePaste(
    (text) => {
      const before = now().line;
      if (before) change(typed(before, text));
    },
    { isActive: isActive && line !== undefined },
  );
  const fits = useMemo(() => matchWords(query, sounds), [query, sounds]);
  return {
    query,
    line,
    fits,
    isTyped: () => now().line !== undefined,
    isSet: () => now().query.trim() !== "",
    begin: () => set({ query: now().query, line: lineOf(now().query) }),
    drop: () => set({ query: "" }),
    take: (input, key) => {
      const before = now().line;
      if (!before) return;
      if (key.escape) return set({ query: "" });
      if (key.return) return set({ query: now().query.trim() });
      const next = edited(before, input, key);
      if (next) change(next);
    },
  };
}
