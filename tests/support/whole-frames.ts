const begin = "\u001b[?2026h";
const end = "\u001b[?2026l";

/** How much of the end of `data` may be the first bytes of a `begin` that is still under way. */
function startedBegin(data: string): number {
  for (let length = Math.min(begin.length - 1, data.length); length > 0; length--)
    if (begin.startsWith(data.slice(-length))) return length;
  return 0;
}

/**
 * Passes on what a program draws as a terminal with synchronised output shows it: a frame is seen
 * whole or not at all, however the line has cut it up. What is no frame passes at once.
 */
export function wholeFrames(show: (data: string) => void): {
  readonly take: (data: string) => void;
  /** The program has ended: what it drew last is shown, whole or not. */
  readonly flush: () => void;
} {
  let held = "";
  const pass = (length: number) => {
    const data = held.slice(0, length);
    held = held.slice(length);
    if (data !== "") show(data);
  };
  return {
    take: (data) => {
      held += data;
      const open = held.indexOf(begin, Math.max(0, held.lastIndexOf(end)));
      pass(open >= 0 ? open : held.length - startedBegin(held));
    },
    flush: () => pass(held.length),
  };
}
