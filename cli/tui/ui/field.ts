/** What a form asks for, one thing a field. All words are the caller's. */

export interface Option {
  readonly id: string;
  readonly label: string;
  /** Other spellings by which it is found: the initials and the whole of its pinyin. */
  readonly spelt: readonly string[];
}

/** What is to be said of what stands in a field: how it is understood, or what is wrong with it. */
export interface Remark {
  readonly text: string;
  readonly isBad?: boolean;
}

/** Options that are often chosen together, under a name of their own: 23 villages. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly ids: readonly string[];
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Asked of what is typed there. */
  readonly remark?: (text: string) => Remark | undefined;
  /** What is said when it is empty as the form is saved. */
  readonly required?: string;
  /** Enter does not go on to the next field from here, but saves. */
  readonly isEnough?: boolean;
} & (
  | {
      readonly type: "text";
      readonly initial?: string;
      readonly offered?: boolean; // what is typed first takes the place of what stands there
      readonly lines?: boolean; // may hold several, begun with Alt+Enter
    }
  | {
      readonly type: "one" | "many";
      readonly options: readonly Option[];
      readonly groups?: readonly Group[];
      readonly initial?: readonly string[];
      /** Until somebody chooses here it begins anew with each choice elsewhere: who answers for that place. */
      readonly follows?: boolean;
      /** More was typed than a choice: what it comes to, for this and other fields. */
      readonly take?: (text: string) => Values | undefined;
    }
  | { readonly type: "check"; readonly initial?: boolean; readonly noteInitial?: string } // passed or not, with a remark
);

/** What was put in: a text, the ids that were chosen, or whether a check passed. */
export interface Value {
  readonly text: string;
  readonly chosen: readonly string[];
  readonly passed: boolean;
}
export type Values = Readonly<Record<string, Value>>;

/** What was typed into a field, without blanks around it; the first that was chosen there. */
export const textIn = (values: Values, name: string): string => values[name]?.text.trim() ?? "";
export const chosenIn = (values: Values, name: string): string | undefined =>
  values[name]?.chosen[0];

export const startOf = (field: Field): Value => ({
  text: (field.type === "text" ? field.initial : undefined) ?? "",
  chosen: (field.type === "one" || field.type === "many" ? field.initial : undefined) ?? [],
  passed: (field.type === "check" ? field.initial : undefined) ?? true,
});

/** What can be chosen in a field, given what was typed: groups stand before their parts. */
export function optionsFor(field: Field | undefined, typed: string): readonly Option[] {
  if (field?.type !== "one" && field?.type !== "many") return [];
  const groups = (field.groups ?? []).map(({ id, label }) => ({ id, label, spelt: [] }));
  return findOptions([...groups, ...field.options], typed);
}

/** What is chosen once this was taken: a group is all of its parts, or none of them. */
export function choosing(field: Field, chosen: readonly string[], id: string): readonly string[] {
  const groups = field.type === "many" ? field.groups : undefined;
  const ids = groups?.find((group) => group.id === id)?.ids ?? [id];
  const isAll = ids.every((one) => chosen.includes(one));
  const others = chosen.filter((one) => !ids.includes(one));
  return isAll ? others : [...others, ...ids];
}

/** What is chosen with this one too: of a field for one it takes the place of the last. */
export function chosenWith(field: Field, chosen: readonly string[], id: string): readonly string[] {
  if (field.type !== "many") return [id];
  const without = choosing(field, chosen, id);
  return without.length < chosen.length ? chosen : without;
}

/** The names of what is chosen, whole groups by theirs. */
export function chosenLabels(field: Field, { chosen }: Value): readonly string[] {
  if (field.type !== "one" && field.type !== "many") return [];
  const whole = (field.groups ?? []).filter(
    ({ ids }) => ids.length > 1 && ids.every((id) => chosen.includes(id)),
  );
  const covered = new Set(whole.flatMap(({ ids }) => ids));
  const single = chosen.filter((id) => !covered.has(id));
  const labelOf = (id: string) => field.options.find((one) => one.id === id)?.label ?? id;
  return [...whole.map(({ label }) => label), ...single.map(labelOf)];
}

/** Options that fit what was typed, the best first: by label, by id, by pinyin. */
export function findOptions(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return options;
  const rank = ({ id, label, spelt }: Option): number => {
    const name = label.toLowerCase();
    if (name === wanted || id === wanted || spelt.includes(wanted)) return 0;
    if (name.startsWith(wanted)) return 1;
    if (spelt.some((one) => one.startsWith(wanted))) return 2;
    if (name.includes(wanted)) return 3;
    if (id.includes(wanted)) return 4;
    return spelt.some((one) => one.includes(wanted)) ? 5 : 9;
  };
  return options
    .map((option) => ({ option, place: rank(option) }))
    .filter(({ place }) => place < 9)
    .sort((a, b) => a.place - b.place)
    .map(({ option }) => option);
}
