/** Where each tab stands, in a form that leaves room for the office and its period. */
import { graphemesOf, padTo, truncate, widthOf } from "../ui/width.ts";

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly from: number; // its first cell
  readonly until: number; // the one behind its last
}

/** The shortest name of an office that still says something. */
const leastRight = 12;

/** From the roomiest to the shortest, where only the open one has a name. */
const forms: readonly ((number: number, label: string, isOpen: boolean) => string)[] = [
  (number, label) => ` ${number} ${label} `,
  (number, label) => `${number} ${label} `,
  (number, label) => `${number}${label} `,
  (number, label, isOpen) => (isOpen ? ` ${number} ${label} ` : `${number}${shorten(label)} `),
  (number, label, isOpen) => (isOpen ? ` ${number} ${label} ` : `${number}${initial(label)} `),
  (number, label, isOpen) => (isOpen ? ` ${number} ${label} ` : ` ${number} `),
];

/** Two Chinese characters, or three letters. */
const shorten = (label: string): string => {
  const [first = "", second = "", third = ""] = graphemesOf(label);
  return widthOf(first) > 1 ? first + second : first + second + third;
};

/** One Chinese character, or two letters. */
const initial = (label: string): string => {
  const [first = "", second = ""] = graphemesOf(label);
  return widthOf(first) > 1 ? first : first + second;
};

export function layTabs<Name extends string>(
  names: readonly Name[],
  labelOf: (name: Name) => string,
  open: Name,
  columns: number,
): readonly Tab<Name>[] {
  const laid = forms.map((form) => {
    let from = 0;
    return names.map((name, at): Tab<Name> => {
      const text = form(at + 1, labelOf(name), name === open);
      const tab = { name, text, from, until: from + widthOf(text) };
      from = tab.until;
      return tab;
    });
  });
  const widthOfAll = (tabs: readonly Tab<Name>[]) => tabs.at(-1)?.until ?? 0;
  return laid.find((tabs) => widthOfAll(tabs) + leastRight <= columns) ?? laid.at(-1) ?? [];
}

/** To the right of the tabs; the period stays readable when the name of the office is long. */
export function layRight(office: string, period: string, cells: number): string {
  const room = Math.max(0, cells - 1);
  const rest = room - widthOf(period) - 1;
  const text = rest < 4 ? truncate(period, room) : `${truncate(office, rest)} ${period}`;
  return " ".repeat(Math.max(0, cells - widthOf(text))) + padTo(text, widthOf(text));
}
