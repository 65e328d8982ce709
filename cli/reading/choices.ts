/** One of a few words of the program's own, such as a role or a level. */
import { WrongUse } from "../failure.ts";
import type { Wording } from "../wording/wording.ts";

/**
 * By its name, or as lists show it in the reader's language.
 * @throws WrongUse
 */
export function readChoice<T extends string>(
  { find }: Wording,
  field: "role" | "level",
  choices: readonly T[],
  text: string,
): T {
  const wanted = text.trim();
  const chosen = choices.find((one) => one === wanted || find(`${field}.${one}`) === wanted);
  if (chosen === undefined) throw new WrongUse("error.choice", { value: text, choices });
  return chosen;
}
