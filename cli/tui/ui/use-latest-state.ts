/** State for what keys change: a second key may come before the first has been drawn. */
import { type RefObject, useRef, useState } from "react";

/**
 * @param held where it outlives the view: what is there is what it begins with
 * @returns the state as it is drawn, as it is now, and how it is changed
 */
export function useLatestState<T>(initial: T | (() => T), held?: RefObject<T | undefined>) {
  const [drawn, setDrawn] = useState<T>(() => {
    const begin = held?.current ?? (initial instanceof Function ? initial() : initial);
    if (held) held.current = begin;
    return begin;
  });
  const latest = useRef(drawn);
  const set = (next: T) => {
    latest.current = next;
    if (held) held.current = next;
    setDrawn(() => next);
  };
  return [drawn, () => latest.current, set] as const;
}
