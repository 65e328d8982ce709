/**
 * What a screen knew when another one was opened, or the help over it: where the cursor stood, what
 * was looked for, in which order. Whoever comes back finds it so. A record that a screen is opened
 * at counts once, for that opening; then it is where the cursor was moved to that counts.
 */
import { createContext, type RefObject, useContext, useRef, useState } from "react";

interface Place {
  readonly opening: number;
  readonly held: RefObject<unknown>;
}
interface Memory {
  /** Which opening of a screen this is, by its number. */
  readonly opening: number;
  readonly places: Map<string, Place>;
}

const Context = createContext<Memory | undefined>(undefined);
export const MemoryProvider = Context;

/** For the frame: the memory of all screens, for as long as the program is open. */
export function useMemory(opening: number): Memory {
  const places = useRef<Memory["places"]>(new Map());
  return { opening, places: places.current };
}

/**
 * For a screen: where one thing that it knows outlives it. Empty at first, and again where the
 * screen was opened anew at a record. Outside of the frame it lives as long as the view.
 * @param name of this thing, and always of the same type
 */
export function useRemembered<T>(
  name: string,
  focus: string | undefined,
): RefObject<T | undefined> {
  const memory = useContext(Context);
  const [held] = useState((): RefObject<unknown> => {
    const before = memory?.places.get(name);
    const isAnew = focus !== undefined && before?.opening !== memory?.opening;
    if (before && !isAnew) return before.held;
    const made: RefObject<unknown> = { current: undefined };
    memory?.places.set(name, { opening: memory.opening, held: made });
    return made;
  });
  return held as RefObject<T | undefined>;
}
