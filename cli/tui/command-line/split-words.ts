/**
 * A typed line in words, as a shell would: quotes keep blanks together. A blank of full width, as
 * an input method makes it, is a blank; a backslash stands for itself but before a quote, a blank
 * or another one, so that paths of Windows need no care.
 */
export interface Words {
  readonly words: readonly string[];
  /** A quote that was opened and not closed. */
  readonly open: boolean;
  /** Where the last word begins; the length of the line where a new one would. */
  readonly lastAt: number;
}

export function splitWords(line: string): Words {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  let lastAt = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string;
    const next = line[at + 1];
    if (quote === "" && /\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    if (word === undefined) lastAt = at;
    word ??= "";
    if (quote === sign) quote = "";
    else if (quote === "" && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === "\\" && quote !== "'" && next !== undefined && /["'\\\s]/.test(next)) {
      word += next;
      at++;
    } else word += sign;
  }
  if (word !== undefined) words.push(word);
  return { words, open: quote !== "", lastAt: word === undefined ? line.length : lastAt };
}
