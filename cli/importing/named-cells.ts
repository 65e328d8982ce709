/**
 * What a cell names of the profile: a kind, marks, units. By label or id, whatever the blanks and
 * the width of letters; a village also by its short name (东洼 for 东洼村, 东洼村委会). What could be two
 * is none: a wrong kind or unit would be a wrong figure.
 */
import type { Profile } from "../../shared/profile/profile.ts";
import { findNearest } from "../../shared/words/nearest.ts";

export interface Item {
  readonly id: string;
  readonly label: string;
}
export type Found<T extends Item> =
  | { readonly one: T }
  | { readonly none: string; readonly nearest?: string | undefined }
  | { readonly several: readonly string[] };

export type Find<T extends Item> = (text: string) => Found<T>;

const wordOf = (text: string): string => text.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();

const ending =
  /(?:村民委员会|居民委员会|嘎查委员会|嘎查村|村委会|居委会|党支部|党总支|社区|嘎查|村|居|屯|镇|乡|苏木|街道)$/;
const shortOf = (word: string): string => {
  const short = word.replace(ending, "");
  return short === "" ? word : short;
};

/** By label or id alone; answers are remembered, sheets say the same thing many times. */
export const finderOf = <T extends Item>(list: readonly T[]): Find<T> =>
  remembering((text) => {
    const word = wordOf(text);
    const one = list.find(({ id, label }) => id === word || wordOf(label) === word);
    return one ? { one } : noneOf(list, text);
  });

type Unit = Profile["units"][number];

/** Units also by their short names, and the office itself as 本级. */
export function unitFinderOf({ units, office }: Profile): Find<Unit> {
  const own = units.filter(({ type }) => type === "self");
  const isOwn = (word: string) =>
    ["本级", "镇本级", "乡本级", "机关", "本单位", wordOf(office.name)].includes(word);
  return remembering((text) => {
    const word = wordOf(text);
    const exact = units.find(({ id, label }) => id === word || wordOf(label) === word);
    if (exact) return { one: exact };
    if (isOwn(word) && own.length === 1 && own[0]) return { one: own[0] };
    const short = shortOf(word);
    const ways: ((label: string) => boolean)[] = [
      (label) => shortOf(label) === short,
      (label) => word.length > label.length && word.endsWith(label),
      (label) => short.length > 1 && shortOf(label).length > 1 && short.endsWith(shortOf(label)),
      (label) => word.length > 1 && label.endsWith(word),
    ];
    for (const fits of ways) {
      const found = units.filter(({ label }) => fits(wordOf(label)));
      const [one] = found;
      if (one && found.length === 1) return { one };
      if (one) return { several: found.map(({ label }) => label) };
    }
    return noneOf(units, text);
  });
}

function noneOf<T extends Item>(list: readonly T[], text: string): Found<T> {
  const labels = list.map(({ label }) => label);
  return { none: text, nearest: findNearest(text.trim().slice(0, 60), labels) };
}

function remembering<T extends Item>(find: Find<T>): Find<T> {
  const known = new Map<string, Found<T>>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found = find(text);
    if (known.size < 10_000) known.set(text, found);
    return found;
  };
}

/** Several names in one cell. */
export const namesIn = (text: string): string[] =>
  text
    .normalize("NFKC")
    .split(/[,、;\n|/]+/)
    .map((name) => name.trim())
    .filter(Boolean);
