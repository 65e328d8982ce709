/**
 * What a view keeps of the keys that every screen has: nothing, Esc alone (it lies over another
 * view, and Esc closes it), or all of them: in a form, or where the view says its own keys, a line
 * that is typed or a walk.
 */
import { useCallback, useEffect, useRef } from "react";
import type { ScreenProps } from "./office-context.tsx";

export type Kept = "nothing" | "escape" | "line" | "all";

export const isTyping = (kept: Kept): boolean => kept === "all" || kept === "line";

/** For as long as the view is there; what lay below it has them back afterwards. */
export function useKeeping({ onKeep }: Pick<ScreenProps, "onKeep">, kept: Kept): void {
  useEffect(() => onKeep(kept), [onKeep, kept]);
}

/**
 * The frame's side of it. Keys are taken at once where a view asks for them; they are given back
 * only behind the key that it ended with, or that one would be taken for a global one too. What was
 * said last counts.
 */
export function useKept(set: (kept: Kept) => void): ScreenProps["onKeep"] {
  const latest = useRef(set);
  const turn = useRef(0);
  return useCallback((now) => {
    const keep = (kept: Kept) => {
      turn.current += 1;
      const mine = turn.current;
      if (isTyping(kept)) return latest.current(kept);
      queueMicrotask(() => {
        if (turn.current === mine) latest.current(kept);
      });
    };
    keep(now);
    return () => keep("nothing");
  }, []);
}
