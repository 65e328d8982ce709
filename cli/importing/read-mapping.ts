/** `列名=字段`, as people type it: which column is what. */
import type { Mark } from "../../shared/profile/profile.ts";
import { WrongUse } from "../failure.ts";
import { findNamed } from "../reading/named.ts";
import type { Wording } from "../wording/wording.ts";
import { isUse, type Use } from "./columns.ts";
import { fields, findField, headingWord } from "./fields.ts";
import { findPrivate } from "./private-columns.ts";

const ignoring = new Set(["ignore", "忽略", "不用", "不要"]);

/** @throws WrongUse also for a column on private people, whatever it shall be */
export async function readMapping(
  wording: Wording,
  marks: readonly Mark[],
  given: readonly string[],
): Promise<ReadonlyMap<string, Use>> {
  const said = new Map<string, Use>();
  for (const text of given) {
    const [, column = "", name = ""] = /^(.+?)\s*[=＝]\s*([^=＝]+)$/u.exec(text.trim()) ?? [];
    if (column === "") throw new WrongUse("import.not-a-mapping", { text });
    const use = await findUse(wording, marks, name.trim());
    if (!use) {
      const names = [
        ...fields.map((field) => fieldWord(wording, field)),
        wording.say("import.ignore"),
      ];
      throw new WrongUse("import.no-such-field", { name, names });
    }
    if (use !== "ignore" && findPrivate(column)) {
      throw new WrongUse("import.private-column", { column });
    }
    said.set(column.trim(), use);
  }
  return said;
}

async function findUse(
  wording: Wording,
  marks: readonly Mark[],
  name: string,
): Promise<Use | undefined> {
  if (ignoring.has(name.toLowerCase())) return "ignore";
  const [, mark] = /^(?:mark|标记)[:：](.+)$/.exec(name) ?? [];
  if (mark) return `mark:${(await findNamed(wording, "word.mark", marks, mark)).id}`;
  if (isUse(name)) return name;
  const own = fields.find((field) => fieldWord(wording, field) === name);
  return own ?? findField(headingWord(name))?.field;
}

const wordOf = {
  date: "field.on",
  kind: "field.kind",
  title: "field.title",
  attendance: "field.attendance",
  quantity: "field.quantity",
  unit: "field.units",
  mark: "field.marks",
  place: "field.place",
  note: "field.note",
} as const;

/** A field as people call it. */
export const fieldWord = ({ say }: Wording, field: (typeof fields)[number]): string =>
  say(wordOf[field]);
