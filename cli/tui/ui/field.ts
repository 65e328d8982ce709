/** What a form asks for, one thing a field. All words are the caller's. */

export interface Option {
  readonly id: string;
  readonly label: string;
  /** Other spellings by which it is found: the initials and the whole of its pinyin. */
  readonly spelt: readonly string[];
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
} & (
  | { readonly type: "text"; readonly initial?: string }
  | {
      readonly type: "one" | "many";
      readonly options: readonly Option[];
      readonly initial?: readonly string[];
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

export const startOf = (field: Field): Value => ({
  text: (field.type === "text" ? field.initial : undefined) ?? "",
  chosen: (field.type === "one" || field.type === "many" ? field.initial : undefined) ?? [],
  passed: (field.type === "check" ? field.initial : undefined) ?? true,
});

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
