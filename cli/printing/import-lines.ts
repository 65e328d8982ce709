/** What an import would do or has done, as lines: columns, figures, new rows, doubles, rejections. */
import type { Profile } from "../../shared/profile/profile.ts";
import type { Column } from "../importing/columns.ts";
import type { Plan, Rejected, SheetPlan } from "../importing/plan.ts";
import { fieldWord } from "../importing/read-mapping.ts";
import { shown } from "../importing/read-row.ts";
import { columnName } from "../reading/sheet/cells.ts";
import type { Wording } from "../wording/wording.ts";
import { columns, type Row } from "./columns.ts";
import { sayRefusal } from "./refusals.ts";

export function planLines(
  wording: Wording,
  profile: Profile,
  plan: Plan,
  limit: number,
): readonly string[] {
  const { say } = wording;
  const { entries, duplicates, rejected } = plan;
  const more = (all: readonly unknown[]) =>
    all.length > limit ? [`  ${say("import.more", { count: all.length - limit })}`] : [];
  const few = <T>(all: readonly T[]) => all.slice(0, limit);
  const many = plan.sheets.length > 1;
  const place = ({ sheet, row }: { readonly sheet: string; readonly row: number }) =>
    say(many ? "import.place-in" : "import.place", { sheet: shown(sheet), row });
  return [
    ...plan.sheets.flatMap((sheet) => sheetLines(wording, profile, sheet)),
    ...plan.unused.map(({ sheet, why }) => say(`import.sheet-${why}`, { sheet: shown(sheet) })),
    ...(plan.macros ? [say("import.macros")] : []),
    "",
    say("import.figures", {
      read: plan.read,
      fresh: entries.length,
      twice: duplicates.length,
      rejected: rejected.length,
    }),
    ...(entries.length > 0 ? ["", say("import.would-come")] : []),
    ...indented(
      columns(few(entries).map((one) => [place(one), ...entryWords(profile, one.entry)])),
    ),
    ...more(entries),
    ...(duplicates.length > 0 ? ["", say("import.twice")] : []),
    ...indented(
      few(duplicates).map(({ of, ...here }) => {
        const before = typeof of === "string" ? say("import.in-ledger", { id: of }) : place(of);
        return say("import.is-twice", {
          place: place(here),
          on: here.entry.on,
          title: here.entry.title,
          before,
        });
      }),
    ),
    ...more(duplicates),
    ...(rejected.length > 0 ? ["", say("import.rejected")] : []),
    ...indented(few(rejected).map((one) => `${place(one)}  ${sayRejection(wording, one)}`)),
    ...more(rejected),
  ];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function entryWords(profile: Profile, entry: Plan["entries"][number]["entry"]): Row {
  const label = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  return [
    entry.on,
    label(profile.kinds, entry.kind),
    entry.title,
    entry.quantity,
    entry.attendance ?? "",
    entry.units.map((id) => label(profile.units, id)).join("、"),
  ];
}

function sheetLines(wording: Wording, profile: Profile, sheet: SheetPlan): readonly string[] {
  const { say } = wording;
  const { header, year, kind, passedOver, formulas, stretches, late } = sheet;
  const name = ({ column, text }: Column) => `${columnName(column)} ${shown(text)}`;
  const listed = (some: readonly Column[]) => some.map(name);
  const used = sheet.columns.filter(({ use }) => use !== "ignore");
  const isPrivate = sheet.columns.filter(
    (column) => column.isPrivate && column.isPrivate !== "staff",
  );
  const staff = sheet.columns.filter((column) => column.isPrivate === "staff");
  const unused = sheet.columns.filter((column) => column.isUnused);
  return [
    say("import.sheet", { sheet: shown(sheet.sheet), row: header.first }),
    `  ${used.map((column) => `${name(column)} → ${useWord(wording, profile, column)}`).join("  ")}`,
    ...(isPrivate.length > 0 ? [`  ${say("import.private", { columns: listed(isPrivate) })}`] : []),
    ...(staff.length > 0 ? [`  ${say("import.staff", { columns: listed(staff) })}`] : []),
    ...(unused.length > 0 ? [`  ${say("import.unused", { columns: listed(unused) })}`] : []),
    ...(year ? [`  ${say(`import.year-${year.from}`, { year: year.year })}`] : []),
    ...(kind ? [`  ${say(`import.kind-${kind.from}`, { kind: kind.kind.label })}`] : []),
    ...(passedOver.totals > 0 ? [`  ${say("import.totals", { count: passedOver.totals })}`] : []),
    ...(passedOver.notes > 0 ? [`  ${say("import.notes", { count: passedOver.notes })}`] : []),
    ...(passedOver.headers > 0
      ? [`  ${say("import.headers", { count: passedOver.headers })}`]
      : []),
    ...(formulas > 0 ? [`  ${say("import.formulas", { count: formulas })}`] : []),
    ...(stretches > 0 ? [`  ${say("import.stretches", { count: stretches })}`] : []),
    ...(late > 0 ? [`  ${say("import.late", { count: late })}`] : []),
  ];
}

function useWord(wording: Wording, profile: Profile, { use }: Column): string {
  if (use === "ignore") return wording.say("import.ignore");
  if (!use.startsWith("mark:")) return fieldWord(wording, use as Parameters<typeof fieldWord>[1]);
  const id = use.slice("mark:".length);
  const label = profile.marks.find((mark) => mark.id === id)?.label ?? id;
  return `${wording.say("field.marks")} ${label}`;
}

/** Why a row is not taken: in which column, what stands there, and what was perhaps meant. */
function sayRejection(wording: Wording, rejected: Rejected): string {
  const { say } = wording;
  if ("refusal" in rejected) return sayRefusal(wording, rejected.refusal);
  const { fault, column, value = "", nearest } = rejected;
  const near = nearest === undefined ? "" : say("error.nearest", { name: nearest });
  const why = say(`import.fault.${fault}`, { value, nearest: near }).trimEnd();
  if (!column) return why;
  return say("import.in-column", {
    column: `${columnName(column.column)} ${shown(column.text)}`,
    why,
  });
}
