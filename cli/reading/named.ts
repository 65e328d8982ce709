/**
 * Finds what somebody named: by id, by label, by the beginning or a part of the label, or by the
 * initials or the whole of its pinyin. What is meant must be one.
 */
import { findNearest } from "../../shared/words/nearest.ts";
import { WrongUse } from "../failure.ts";
import type { Key, Wording } from "../wording/wording.ts";

export interface Named {
  readonly id: string;
  readonly label: string;
  readonly retired?: boolean;
}

/** @throws WrongUse when none or several are meant */
export async function findNamed<T extends Named>(
  wording: Wording,
  word: Key,
  list: readonly T[],
  name: string,
): Promise<T> {
  const wanted = name.trim().toLowerCase();
  const exact = list.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted);
  if (exact) return exact;
  const usable = list.filter(({ retired }) => !retired);
  const begins = usable.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const [only] = begins;
  if (only && begins.length === 1) return only;
  const holds = usable.filter(
    ({ id, label }) => label.toLowerCase().includes(wanted) || id.includes(wanted),
  );
  const found = holds.length > 0 ? holds : await findByPinyin(usable, wanted);
  const [one] = found;
  if (one && found.length === 1) return one;
  if (one) {
    const names = found.slice(0, 8).map(({ label }) => label);
    throw new WrongUse("error.several-named", { name, names });
  }
  const near = findNearest(
    name,
    usable.flatMap(({ id, label }) => [label, id]),
  );
  const nearest = near ? wording.say("error.nearest", { name: near }) : "";
  throw new WrongUse("error.none-named", { name, word: wording.say(word), nearest });
}

/** The table of pinyin is large: it is only loaded for what can be pinyin. */
async function findByPinyin<T extends Named>(list: readonly T[], wanted: string): Promise<T[]> {
  if (!/^[a-z]{2,}$/.test(wanted)) return [];
  const { pinyinOf } = await import("./pinyin.ts");
  const exact = list.filter(({ label }) => pinyinOf(label).some((spelt) => spelt === wanted));
  if (exact.length > 0) return exact;
  return list.filter(({ label }) => pinyinOf(label).some((spelt) => spelt.startsWith(wanted)));
}

/** Names as options give them: repeated, or separated by commas of either kind. */
export const splitNames = (given: readonly string[] | undefined): string[] =>
  (given ?? [])
    .flatMap((one) => one.split(/[,，、]/))
    .map((one) => one.trim())
    .filter(Boolean);
