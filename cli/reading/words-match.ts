/**
 * Free text over whatever has words: every word that was typed must stand in one of them, as it is
 * written or as it sounds. What is in inverted commas is one word.
 */

export type Sounds = (text: string, typed: string) => boolean;
export type Words = readonly (string | undefined)[];

/** Whether one text holds a typed word, in any case, or sounds like it. */
export const holding = (typed: string, sounds: Sounds | undefined) => (text: string | undefined) =>
  text !== undefined && (text.toLowerCase().includes(typed) || (sounds?.(text, typed) ?? false));

/** @returns undefined where nothing is typed: everything fits */
export function matchWords(
  query: string,
  sounds: Sounds | undefined,
): ((words: Words) => boolean) | undefined {
  const typed = query.toLowerCase().match(/"[^"]*"?|[^\s"]+/gu) ?? [];
  const tests = typed
    .map((word) => word.replaceAll('"', "").trim())
    .filter(Boolean)
    .map((word) => holding(word, sounds));
  if (tests.length === 0) return undefined;
  return (words) => tests.every((test) => words.some(test));
}
