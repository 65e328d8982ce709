/** Lists of a template: what each member of one is called, and its place in the list. */
import { once } from "../../tally/once.ts";
import type { LocalDate } from "../../words/dates.ts";
import type { Source } from "../explain.ts";
import { sayDate } from "../period-words.ts";
import { type ListValue, scopeOf, text, type Value } from "./scope.ts";

/** What one member has, by the names of its parts: each in English and in Chinese. */
export type Parts<T> = Readonly<Record<string, (member: T) => Value>>;

const placeNames = ["index", "序号"];

/** @param lists parts that are lists themselves, as they are where there is no member to ask */
export function listOf<T>(
  members: () => readonly T[],
  parts: Parts<T>,
  lists: Readonly<Record<string, ListValue>> = {},
): ListValue {
  const unknown = [...Object.keys(parts), ...placeNames].map((name): [string, () => Value] => [
    name,
    () => lists[name] ?? text(""),
  ]);
  return {
    type: "list",
    member: scopeOf(Object.fromEntries(unknown)),
    members: once(() =>
      members().map((member, at) => {
        const own = Object.entries(parts).map(([name, of]): [string, () => Value] => [
          name,
          () => of(member),
        ]);
        const place = placeNames.map((name): [string, () => Value] => [
          name,
          () => text(String(at + 1)),
        ]);
        return scopeOf(Object.fromEntries([...own, ...place]));
      }),
    ),
  };
}

/** The same part under two names. */
export const named = <T>(english: string, chinese: string, of: (member: T) => Value): Parts<T> => ({
  [english]: of,
  [chinese]: of,
});

export const lineList = (lines: readonly string[]): ListValue =>
  listOf(
    () => lines,
    named("item", "内容", (line: string) => text(line)),
  );

export const recordList = (records: () => readonly Source[]): ListValue =>
  listOf(records, {
    ...named<Source>("id", "编号", ({ id }) => text(id)),
    ...named<Source>("on", "日期", ({ on }) => text(dayOf(on))),
    ...named<Source>("title", "标题", ({ title }) => text(title ?? "")),
  });

export const dayOf = (on: string | undefined): string =>
  on === undefined ? "" : sayDate(on as LocalDate);
