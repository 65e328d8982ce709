/**
 * Whether the screens are to be read aloud, as the environment says: by our own variable or by the
 * one that Ink's programs share. Apart from the screens, because commands load no Ink.
 */
const isSet = (value: string | undefined): boolean =>
  value !== undefined && !["", "0", "false"].includes(value);

export const isPlainAsked = (env: Readonly<Record<string, string | undefined>>): boolean =>
  isSet(env.TAIZHANG_PLAIN) || isSet(env.INK_SCREEN_READER);
