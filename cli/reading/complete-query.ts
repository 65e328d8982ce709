/** What Tab makes of the word that is being typed: the next name that it can become. */
import { type Facet, facets, type QueryContext, states, stateWords, words } from "./query.ts";

const quoted = (label: string): string => (/[\s":]/.test(label) ? `"${label}"` : label);

/** All completions of the last word of the line, each as the whole line. */
export function completions(line: string, { names, sounds }: QueryContext): string[] {
  const start = Math.max(line.lastIndexOf(" "), line.lastIndexOf("\u3000")) + 1;
  const before = line.slice(0, start);
  const word = line.slice(start).replace("：", ":");
  if (word === "") return [];
  const at = word.indexOf(":");
  if (at < 0) {
    const known = [...facets, "month", "is"] as const;
    return known.filter((one) => one.startsWith(word)).map((one) => `${before}${one}:`);
  }
  const name = word.slice(0, at);
  const typed = word.slice(at + 1).toLowerCase();
  if (words.is.includes(name)) {
    const isZh = name !== "is";
    return states
      .filter((state) => stateWords[state].some((one) => one.startsWith(typed)))
      .map((state) => `${before}${name}:${isZh ? stateWords[state][1] : state}`);
  }
  const facet = facets.find((one: Facet) => words[one].includes(name));
  if (!facet) return [];
  const rank = ({ id, label }: { readonly id: string; readonly label: string }) => {
    if (label.toLowerCase().startsWith(typed) || id.startsWith(typed)) return 0;
    if (label.toLowerCase().includes(typed)) return 1;
    return typed !== "" && sounds?.(label, typed) ? 2 : 9;
  };
  return [0, 1, 2].flatMap((place) =>
    names[facet]
      .filter((one) => rank(one) === place)
      .map(({ label }) => `${before}${name}:${quoted(label)}`),
  );
}
