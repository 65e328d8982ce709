/**
 * What a view keeps of the keys that every screen has: nothing, Esc alone (it lies over another
 * view, and Esc closes it), or all of them, while text is typed.
 */
import { useEffect } from "react";
import type { ScreenProps } from "./office-context.tsx";

export type Kept = "nothing" | "escape" | "all";

/** For as long as the view is there; what lay below it has them back afterwards. */
export function useKeeping({ onKeep }: Pick<ScreenProps, "onKeep">, kept: Kept): void {
  useEffect(() => onKeep(kept), [onKeep, kept]);
}
