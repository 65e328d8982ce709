/** State for what keys change: a second key may come before the first has been drawn. */
import { useRef, useState } from "react";

/** @returns the state as it is drawn, as it is now, and how it is changed */
export function useLatestState<T>(initial: T | (() => T)) {
  const [drawn, setDrawn] = useState(initial);
  const latest = useRef(drawn);
  const set = (next: T) => {
    latest.current = next;
    setDrawn(() => next);
  };
  return [drawn, () => latest.current, set] as const;
}
