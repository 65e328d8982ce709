/** A real terminal in a test: gone when the test is over. */
import { onTestFinished } from "vitest";
import { openPty, type Pty, type PtyOptions, type TerminalModes } from "./pty.ts";

export type { Pty as Terminal, PtyOptions as TerminalOptions, TerminalModes } from "./pty.ts";

export function openTerminal(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options?: PtyOptions,
): Pty {
  const pty = openPty(command, args, env, options);
  onTestFinished(() => pty.close());
  return pty;
}

export const modesAtRest: TerminalModes = {
  alternate: false,
  mouse: false,
  paste: false,
  caretHidden: false,
};

export { keys } from "./pty.ts";
