/**
 * Keys one by one, in the order in which they were pressed. Over a slow line, or from quick
 * fingers, several arrive in one piece; a text stays one piece, every other key is told by itself.
 */
import { type Key, useInput } from "ink";

const controls: Readonly<Record<string, Partial<Key>>> = {
  "\r": { return: true },
  "\n": { return: true },
  "\t": { tab: true },
  "\u007f": { backspace: true },
  "\b": { backspace: true },
  "\u001b": { escape: true },
};

/** The letter of Ctrl with a letter: 0x13 is Ctrl+S. */
const ctrlLetter = (sign: string): string =>
  String.fromCharCode(sign.charCodeAt(0) + "a".charCodeAt(0) - 1);

export function splitKeys(input: string, key: Key): readonly (readonly [string, Key])[] {
  const pieces = input.match(/\p{Cc}|\P{Cc}+/gu) ?? [];
  if (pieces.length < 2) return [[input, key]];
  return pieces.map((piece): readonly [string, Key] => {
    const control = controls[piece];
    if (control) return ["", { ...key, ...control }];
    if (piece < " ") return [ctrlLetter(piece), { ...key, ctrl: true }];
    return [piece, key];
  });
}

export function useKeys(
  handle: (input: string, key: Key) => void,
  { isActive = true }: { readonly isActive?: boolean } = {},
): void {
  useInput(
    (input, key) => {
      for (const [piece, of] of splitKeys(input, key)) handle(piece, of);
    },
    { isActive },
  );
}
