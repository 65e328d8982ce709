/** Keys as data: what answers to them and what the help shows are the same list. */
import type { Key } from "ink";

export interface Binding<Does extends string> {
  readonly keys: string; // as the help shows it
  readonly does: Does;
  readonly matches: (input: string, key: Key) => boolean;
}

/** A key that is a character. */
export const char = <Does extends string>(keys: string, does: Does): Binding<Does> => ({
  keys,
  does,
  matches: (input, key) => !key.ctrl && !key.meta && input === keys,
});

/** A key that has a name. */
export const named = <Does extends string>(
  keys: string,
  does: Does,
  name: "return" | "escape" | "tab",
): Binding<Does> => ({ keys, does, matches: (_, key) => key[name] });

/** A letter with Ctrl. */
export const ctrl = <Does extends string>(
  keys: string,
  does: Does,
  letter: string,
): Binding<Does> => ({ keys, does, matches: (input, key) => key.ctrl && input === letter });

export const findBinding = <Does extends string>(
  bindings: readonly Binding<Does>[],
  input: string,
  key: Key,
): Does | undefined => bindings.find(({ matches }) => matches(input, key))?.does;
