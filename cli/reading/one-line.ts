/**
 * A piece of work typed as one line: `会议 学习研讨 @三楼会议室 35人 昨天 #研讨`. The first word is the
 * kind; then, in any order, a day, `#` a mark, `@` a unit or else a place, how many people came,
 * how many it was. Whatever is nothing of that is the title, in its order: no word is dropped.
 */
import type { NewEntry } from "../../shared/ledger/entries.ts";
import type { Kind, Mark, Profile, Unit } from "../../shared/profile/profile.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { findDate } from "./dates.ts";
import type { Named } from "./named.ts";

export type OneLine = Pick<
  NewEntry,
  "kind" | "on" | "title" | "quantity" | "attendance" | "place" | "units" | "marks"
>;

/** How a label is spelt in pinyin: its initials, and the whole. */
export type Spell = (label: string) => readonly string[];

/** The kind that the first word names, once there is more than that word. */
const findKindOf = (text: string, profile: Profile, spell: Spell): Kind | undefined => {
  const [first = "", ...rest] = wordsOf(text);
  const kinds = profile.kinds.filter(({ inspects }) => !inspects);
  return rest.length === 0 ? undefined : findOnly(kinds, first, spell);
};

/** @returns undefined where the first word names no kind */
export function readOneLine(
  text: string,
  profile: Profile,
  today: LocalDate,
  spell: Spell,
): OneLine | undefined {
  const kind = findKindOf(text, profile, spell);
  if (!kind) return undefined;
  const units: Unit["id"][] = [];
  const marks: Mark["id"][] = [];
  const title: string[] = [];
  let on: LocalDate | undefined;
  let place: string | undefined;
  let attendance: number | undefined;
  let quantity: number | undefined;

  for (const word of wordsOf(text).slice(1)) {
    const name = word.slice(1);
    const mark = isSign(word, "#") ? findOnly(profile.marks, name, spell) : undefined;
    if (mark) {
      if (!marks.includes(mark.id)) marks.push(mark.id);
      continue;
    }
    const unit = isSign(word, "@") ? findOnly(profile.units, name, spell) : undefined;
    if (unit) {
      if (!units.includes(unit.id)) units.push(unit.id);
      continue;
    }
    if (isSign(word, "@") && place === undefined) {
      place = name;
      continue;
    }
    const people = kind.attendance && attendance === undefined ? peopleIn(word) : undefined;
    const times = kind.quantity && quantity === undefined ? timesIn(word) : undefined;
    const day = on === undefined ? findDate(word, today) : undefined;
    if (people !== undefined) attendance = people;
    else if (times !== undefined) quantity = times;
    else if (day !== undefined) on = day;
    else title.push(word);
  }
  return {
    kind: kind.id,
    on: on ?? today,
    title: title.join(" "),
    quantity: quantity ?? 1,
    ...(attendance === undefined ? {} : { attendance }),
    ...(place === undefined ? {} : { place }),
    units,
    marks,
  };
}

const wordsOf = (text: string): string[] => text.trim().split(/[\s\u3000]+/u);

/** A sign with something behind it; its full-width form is the same. */
const isSign = (word: string, sign: "#" | "@"): boolean =>
  word.length > 1 && word.charAt(0).normalize("NFKC") === sign;

const countIn = (word: string, shape: RegExp): number | undefined => {
  const found = shape.exec(word.normalize("NFKC"))?.[1];
  return found === undefined || Number(found) < 1 ? undefined : Number(found);
};
const peopleIn = (word: string) => countIn(word, /^(\d{1,7})(?:人|人次|p|people)$/i);
const timesIn = (word: string) => countIn(word, /^(?:[x×*]\s?)?(\d{1,7})(?:次|场|条|篇|期|个)?$/);

/** The one that is meant: by id or label, or, if no other is, by a beginning or by pinyin. */
function findOnly<T extends Named>(list: readonly T[], word: string, spell: Spell): T | undefined {
  const wanted = word.toLowerCase();
  const usable = list.filter(({ retired }) => !retired);
  const only = (found: readonly T[]) => (found.length === 1 ? found[0] : undefined);
  return (
    usable.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted) ??
    only(usable.filter(({ label }) => spell(label).includes(wanted))) ??
    only(usable.filter(({ label }) => label.toLowerCase().startsWith(wanted))) ??
    only(usable.filter(({ label }) => spell(label).some((spelt) => spelt.startsWith(wanted)))) ??
    only(usable.filter(({ label }) => label.toLowerCase().includes(wanted)))
  );
}
