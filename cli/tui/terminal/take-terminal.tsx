/**
 * The terminal in this program's hands, from before the first frame until it is given back as it
 * was: when somebody leaves, by a signal, or because a screen threw. Before any word is said of it.
 */
import { type Instance, render } from "ink";
import type { ReactNode } from "react";
import { openTerminalInput } from "../input/terminal-input.ts";
import { renderingOf } from "../ui/plain.ts";
import { MouseProvider } from "../ui/use-mouse.ts";
import type { ScreenModes } from "./screen-modes.ts";

export interface TakenTerminal {
  draw(tree: ReactNode): void;
  /** Resolves at Ctrl-C while nothing that is drawn listens to keys yet. */
  readonly interrupted: Promise<void>;
  /**
   * Resolves once somebody left what is drawn.
   * @throws what a screen threw
   */
  left(): Promise<void>;
  giveBack(): void;
}

const endings = ["SIGHUP", "SIGTERM"] as const;
const failures = ["uncaughtException", "unhandledRejection"] as const;

export function takeTerminal(modes: ScreenModes, plain: boolean): TakenTerminal {
  const { stdin, subscribe, interrupted, close } = openTerminalInput(process.stdin);
  let drawn: Instance | undefined;
  let failed: { readonly error: unknown } | undefined;
  // A terminal that is closed ends the screens in order too: the ledger is saved, the lock given back.
  const end = () => drawn?.unmount();
  const fail = (error: unknown) => {
    failed ??= { error };
    end();
  };
  modes.enter();
  process.once("exit", modes.leave);
  for (const signal of endings) process.on(signal, end);
  for (const failure of failures) process.on(failure, fail);
  return {
    interrupted,
    draw: (tree) => {
      const whole = <MouseProvider value={{ subscribe }}>{tree}</MouseProvider>;
      if (drawn) drawn.rerender(whole);
      else drawn = render(whole, { stdin, ...renderingOf(plain), exitOnCtrlC: true, maxFps: 60 });
    },
    left: async () => {
      await drawn?.waitUntilExit();
      if (failed) throw failed.error;
    },
    giveBack: () => {
      end();
      modes.leave();
      close();
      process.off("exit", modes.leave);
      for (const signal of endings) process.off(signal, end);
      for (const failure of failures) process.off(failure, fail);
    },
  };
}
