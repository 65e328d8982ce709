/** The terminal in another program's hands for a while, as it was before the screens took it. */
import { useApp } from "ink";
import { createContext, use, useCallback } from "react";
import type { ScreenModes } from "./screen-modes.ts";

const Context = createContext<Pick<ScreenModes, "enter" | "leave">>({
  enter: () => {},
  leave: () => {},
});
export const ScreenModesProvider = Context;

/** The screens are drawn again once the work has ended, whatever way it ended. */
export function useHandOver(): (work: () => Promise<void>) => Promise<void> {
  const { suspendTerminal } = useApp();
  const { enter, leave } = use(Context);
  return useCallback(
    (work) =>
      suspendTerminal(async () => {
        leave();
        try {
          await work();
        } finally {
          enter();
        }
      }),
    [suspendTerminal, enter, leave],
  );
}
