/** What the mouse does within a box, by the cells of that box; where there is none, nothing. */
import type { DOMElement } from "ink";
import { createContext, type RefObject, useContext, useEffect, useRef } from "react";

export interface MouseDoes {
  readonly type: "press" | "release" | "wheel";
  readonly by: number;
  readonly x: number;
  readonly y: number;
}

interface Mouse {
  subscribe(listener: (event: MouseDoes) => void): () => void;
}

const Context = createContext<Mouse | undefined>(undefined);
export const MouseProvider = Context;

/** The screen is drawn from its upper left corner, so places add up from the box to the root. */
function placeOf(box: DOMElement) {
  let x = 0;
  let y = 0;
  for (let node: DOMElement | undefined = box; node; node = node.parentNode) {
    x += node.yogaNode?.getComputedLeft() ?? 0;
    y += node.yogaNode?.getComputedTop() ?? 0;
  }
  const width = box.yogaNode?.getComputedWidth() ?? 0;
  return { x, y, width, height: box.yogaNode?.getComputedHeight() ?? 0 };
}

/** @param handle is told events within the box, with their place in it */
export function useMouse(
  box: RefObject<DOMElement | null>,
  handle: (event: MouseDoes) => void,
  isActive = true,
): void {
  const mouse = useContext(Context);
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    if (!isActive) return;
    return mouse?.subscribe((event) => {
      if (!box.current) return;
      const { x, y, width, height } = placeOf(box.current);
      const at = { x: event.x - x, y: event.y - y };
      if (at.x < 0 || at.y < 0 || at.x >= width || at.y >= height) return;
      latest.current({ ...event, ...at });
    });
  }, [mouse, box, isActive]);
}
