/**
 * `import`: the office's old spreadsheet. First a trial, which changes nothing and says of every row
 * what would become of it; with --commit the new ones are recorded as one step. Where the profile
 * became another since the trial, nothing is recorded: it would not be what was looked at.
 */
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Kind, Profile } from "../../shared/profile/profile.ts";
import { instantOf } from "../../shared/words/dates.ts";
import { EntryId, nameOf } from "../../shared/words/ids.ts";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { Failed, WrongUse } from "../failure.ts";
import type { Use } from "../importing/columns.ts";
import { findSaid } from "../importing/columns.ts";
import { NoSheet, type Plan, type PlannedEntry, planImport } from "../importing/plan.ts";
import { readMapping } from "../importing/read-mapping.ts";
import { shown } from "../importing/read-row.ts";
import { columnsOf, type Memory, openMemory, type Remembered } from "../importing/remembered.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { isFileThere, pathOfNamed, readBytesNamed } from "../reading/files.ts";
import { findNamed } from "../reading/named.ts";
import { mostBytes, type TableFile, TableUnreadable } from "../reading/sheet/cells.ts";
import { readLedger, type Session } from "../session.ts";
import type { Draft } from "../workstation/drafting.ts";
import { submit } from "./submitted.ts";

export interface ImportOptions {
  readonly sheet?: readonly string[];
  readonly map?: readonly string[];
  readonly kind?: string;
  readonly year?: string;
  readonly period?: string;
  readonly source?: string;
  readonly commit?: boolean;
  readonly limit?: string;
}

export async function importSheet(session: Session, name: string, options: ImportOptions) {
  const { wording, out } = session;
  const { say } = wording;
  const limit = options.limit === undefined ? 20 : readNumber(options.limit);
  const tell = afterAWhile(session);
  const { ledger, profile } = await readLedger(session);
  const { id } = await session.workstation();
  const memory = await openMemory(session.folder, id);
  const file = pathOfNamed(name);
  const fileName = fileNameOf(file);
  const source = options.source ?? fileName;
  const changed = () => new Failed("import.profile-changed", { file: fileName });
  if (options.commit && memory.isTrialStale(source, profile)) throw changed();
  const told = await readMapping(wording, profile.marks, options.map ?? []);
  const how = await readHow(session, profile, memory.find(source), options);
  const said = new Map([
    ...told,
    ...[...how.columns].filter(([heading]) => !findSaid(told, heading)),
  ]);

  tell("import.reading", { count: 0 });
  const plan = await planned(file, async (table) =>
    planImport(table, {
      ledger,
      profile,
      sheets: how.sheets,
      said,
      kind: how.kind,
      year: how.year,
      yearBefore: how.yearBefore,
      fileName,
      now: instantOf(session.now()),
      sayStretch: (stretch) => say("import.stretch-note", { stretch }),
      progress: (count) => tell("import.reading", { count }),
    }),
  );
  checkTold(told, plan);

  const { entries } = plan;
  let ids: readonly string[] = [];
  if (!options.commit) await memory.keepTrial(source, profile);
  else if (entries.length > 0) {
    // Reading a long sheet takes a while, in which somebody else may adopt another.
    const { profile: now } = await readLedger(session);
    if (!isDeepStrictEqual(now, profile)) throw changed();
    tell("import.recording", { count: entries.length });
    const drafts = entries.map((planned) => draftOf(planned, fileName));
    ids = await submit(session, drafts, { saw: ledger.seq });
    await remember(memory, source, said, how);
  }
  tell(undefined);
  const committed = ids.length > 0;
  const { planLines } = await import("../printing/import-lines.ts");
  out.result(dataOf({ plan, file: fileName, source, committed, ids }), () => [
    ...planLines(wording, profile, plan, limit),
    "",
    ...(committed
      ? [say("import.done", { count: ids.length })]
      : entries.length === 0
        ? [say("import.nothing")]
        : [say("import.trial")]),
  ]);
}

/** Says what is under way, from half a second on. */
function afterAWhile({ wording, out }: Session) {
  const from = performance.now() + 500;
  return (
    key: "import.reading" | "import.recording" | undefined,
    params: { readonly count: number } = { count: 0 },
  ) => {
    if (key === undefined) return out.progress(undefined);
    // What takes long with many rows is said before it begins.
    if (performance.now() > from || params.count > 3_000) out.progress(wording.say(key, params));
  };
}

interface How {
  readonly sheets: readonly string[];
  readonly columns: ReadonlyMap<string, Use>;
  readonly kind: Kind | undefined;
  readonly year: { readonly year: number; readonly from: "option" | "period" } | undefined;
  readonly yearBefore: number | undefined;
}

/** What is asked for now, and for the rest what was the last time. */
async function readHow(
  session: Session,
  { kinds }: Profile,
  before: Remembered | undefined,
  options: ImportOptions,
): Promise<How> {
  const { wording } = session;
  const kind =
    options.kind === undefined
      ? kinds.find(({ id, retired }) => id === before?.kind && !retired)
      : await findNamed(wording, "word.kind", kinds, options.kind);
  const period = options.period && readPeriod(options.period, neverToday).from;
  const year =
    options.year !== undefined
      ? ({ year: readYear(options.year), from: "option" } as const)
      : period
        ? ({ year: Number(period.slice(0, 4)), from: "period" } as const)
        : undefined;
  return {
    sheets: options.sheet ?? before?.sheets ?? [],
    columns: columnsOf(before),
    kind,
    year,
    yearBefore: before?.year,
  };
}

const neverToday = (): never => {
  throw new WrongUse("error.not-a-period", { text: "" });
};

function readYear(text: string): number {
  const year = readNumber(text);
  if (year < 1990 || year > 2100) throw new WrongUse("import.not-a-year", { text });
  return year;
}

/** @throws Failed for a file that holds no table which can be read, WrongUse */
async function planned(file: string, plan: (table: TableFile) => Promise<Plan>): Promise<Plan> {
  try {
    const isTooLarge = isFileThere(file) && (await stat(file)).size > mostBytes;
    if (isTooLarge) throw new TableUnreadable("too-large");
    const bytes = await readBytesNamed(file);
    const { openTable } = await import("../reading/sheet/open-table.ts");
    return await plan(await openTable(bytes, file));
  } catch (error) {
    if (error instanceof TableUnreadable) {
      throw new Failed(`import.bad.${error.reason}`, { file: fileNameOf(file) }, { cause: error });
    }
    if (!(error instanceof NoSheet)) throw error;
    const { wanted, there, headings } = error;
    const names = there.map(shown);
    if (wanted !== undefined) throw new WrongUse("import.no-sheet", { wanted, names });
    throw new WrongUse("import.no-header", { names, headings: headings.map(shown) });
  }
}

/** A column that was spoken of must be there: a mistyped heading would go unnoticed. */
function checkTold(told: ReadonlyMap<string, Use>, plan: Plan): void {
  const all = plan.sheets.flatMap(({ columns }) => columns);
  for (const [column, use] of told) {
    const one = new Map([[column, use]]);
    if (all.some(({ text, column: at }) => findSaid(one, text, at))) continue;
    const columns = [...new Set(all.map(({ text }) => shown(text)))];
    throw new WrongUse("import.no-column", { column, columns });
  }
}

const draftOf = ({ entry, sheet, row }: PlannedEntry, file: string): Draft => {
  const name = oneLine(sheet);
  const source = { file, ...(name === "" ? {} : { sheet: name }), row };
  return (id) => ({
    type: "entry-logged",
    entry: { id: EntryId.parse(nameOf(id)), ...entry, source },
  });
};

/** What was said, never what was guessed: the same sheet is guessed the same again. */
async function remember(
  memory: Memory,
  source: string,
  said: ReadonlyMap<string, Use>,
  how: How,
): Promise<void> {
  const year = how.year?.from === "option" ? how.year.year : how.yearBefore;
  await memory.keep(source, {
    sheets: [...how.sheets],
    columns: Object.fromEntries(said),
    ...(how.kind ? { kind: how.kind.id } : {}),
    ...(year === undefined ? {} : { year }),
  });
}

const oneLine = (text: string): string =>
  toPlainLines(text).replaceAll(/\s+/g, " ").trim().slice(0, 100).toWellFormed();

/** As it is kept with the records: the name alone, never the folders of somebody's machine. */
const fileNameOf = (file: string): string =>
  oneLine(basename(file)) || `import${extname(file).toLowerCase()}`;

function dataOf({
  plan,
  ...rest
}: {
  readonly plan: Plan;
  readonly file: string;
  readonly source: string;
  readonly committed: boolean;
  readonly ids: readonly string[];
}) {
  const { sheets, unused, macros, read, entries, duplicates, rejected } = plan;
  return {
    ...rest,
    macros,
    read,
    new: entries.length,
    duplicate: duplicates.length,
    refused: rejected.length,
    sheets: sheets.map(({ kind, header, ...sheet }) => ({
      ...sheet,
      header: header.first,
      ...(kind ? { kind: { id: kind.kind.id, from: kind.from } } : {}),
    })),
    unused,
    entries,
    duplicates,
    rejected,
  };
}
