/** What each column of a sheet is used for, and why the others are not. */
import type { Mark } from "../../shared/profile/profile.ts";
import { columnName } from "../reading/sheet/cells.ts";
import { type Field, fields, findField, headingWord, isSerial } from "./fields.ts";
import { type Header, type Heading, lastPart } from "./find-header.ts";
import { findPrivate, type PrivateReason } from "./private-columns.ts";

/** A field; `mark:ID` for a column of ticks for one mark; `ignore` for a column that says nothing. */
export type Use = Field | `mark:${string}` | "ignore";

export const isUse = (name: string): name is Use =>
  (fields as readonly string[]).includes(name) || name === "ignore" || /^mark:[a-z]/.test(name);

export interface Column extends Heading {
  readonly use: Use;
  /** Why it is passed over unread. */
  readonly isPrivate?: PrivateReason;
  /** It was not asked for and is no matter of course: worth a line. */
  readonly isUnused?: true;
}

/** Several columns may be notes, marks or units; of the others one counts. */
const isMany = (use: Use): boolean => use === "note" || use === "mark" || use.startsWith("mark:");

/**
 * @param said what a heading, or a column's letter, was said to be
 * @param marks whose labels may head a column of ticks
 */
export function assignColumns(
  { headings }: Pick<Header, "headings">,
  said: ReadonlyMap<string, Use>,
  marks: readonly Mark[],
): readonly Column[] {
  const taken = new Map<Use, number>();
  const wanted = headings.map((heading) => ({ heading, ...wish(heading, said, marks) }));
  // The better word for a field gets it, and what a person said before any word.
  for (const { heading, use } of wanted.toSorted((a, b) => a.at - b.at)) {
    if (!isMany(use) && !taken.has(use)) taken.set(use, heading.column);
  }
  return wanted.map(({ heading, use, isPrivate, isPlain }): Column => {
    if (isPrivate) return { ...heading, use: "ignore", isPrivate };
    if (use === "ignore") return { ...heading, use, ...(isPlain ? {} : { isUnused: true }) };
    if (isMany(use) || taken.get(use) === heading.column) return { ...heading, use };
    // What happened in more words, where another column has the title.
    if (use === "title" && /内容|事由|content/.test(heading.text))
      return { ...heading, use: "note" };
    return { ...heading, use: "ignore", isUnused: true };
  });
}

interface Wish {
  readonly use: Use;
  readonly at: number;
  readonly isPrivate?: PrivateReason;
  readonly isPlain?: boolean;
}

function wish(
  { column, text }: Heading,
  said: ReadonlyMap<string, Use>,
  marks: readonly Mark[],
): Wish {
  const isPrivate = findPrivate(text);
  if (isPrivate) return { use: "ignore", at: 0, isPrivate };
  const told = findSaid(said, text, column);
  if (told) return { use: told, at: -1, isPlain: true };
  const mark = marks.find(({ label }) => headingWord(label) === headingWord(lastPart(text)));
  const found = findField(lastPart(text)) ?? findField(text);
  if (found) return { use: found.field, at: found.at };
  if (mark) return { use: `mark:${mark.id}`, at: 0 };
  return { use: "ignore", at: 0, isPlain: isSerial(text) };
}

/** By the heading, its last part, or the column's letter. */
export function findSaid(
  said: ReadonlyMap<string, Use>,
  heading: string,
  column?: number,
): Use | undefined {
  const word = headingWord(heading);
  for (const [name, use] of said) {
    if (headingWord(name) === word || headingWord(name) === headingWord(lastPart(heading)))
      return use;
  }
  return column === undefined ? undefined : said.get(columnName(column));
}
