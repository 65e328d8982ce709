/**
 * `export`: a period's tables as a workbook or as CSV, or the whole ledger as JSON. Nothing that is
 * there is written over unless it is asked for.
 */
import { mkdir } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { nameOfFile, periodTables } from "../exporting/period-tables.ts";
import { tableNames } from "../exporting/tables/tables.ts";
import { jsonPieces, ndjsonPieces } from "../exporting/whole-ledger.ts";
import { type WrittenTable, writeCsv, writeWorkbook } from "../exporting/write-tables.ts";
import { Failed, WrongUse } from "../failure.ts";
import { readPeriod } from "../reading/dates.ts";
import { isFileThere, isFolder, writeFileNamed } from "../reading/files.ts";
import { readLedger, type Session } from "../session.ts";

const exportFormats = ["xlsx", "csv", "json", "ndjson"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  readonly format?: ExportFormat;
  readonly period?: string;
  readonly table?: string;
  readonly force?: boolean;
}

/** @param target a file or a folder; none: named after the office, where the program was started */
export async function exportLedger(
  session: Session,
  target: string | undefined,
  options: ExportOptions,
): Promise<void> {
  const { wording, out } = session;
  const format = options.format ?? formatOf(target) ?? "xlsx";
  const opened = await readLedger(session);
  const isWhole = format === "json" || format === "ndjson";
  if (isWhole && (options.period ?? options.table) !== undefined) {
    throw new WrongUse("export.whole", { format });
  }
  const written = isWhole
    ? await exportWhole(session, opened.ledger, format, target, options)
    : await exportTables(session, opened, format, target, options);
  out.progress(undefined);
  out.result({ format, ...written }, () => [
    ...written.files.map((file) => wording.say("export.done", { file })),
    ...(written.tables ?? []).map(({ name, rows }) =>
      wording.say("export.rows", { name: wording.find(`sheet.${name}`) ?? name, count: rows }),
    ),
  ]);
}

interface Written {
  readonly files: readonly string[];
  readonly tables?: readonly WrittenTable[];
}

const formatOf = (target = ""): ExportFormat | undefined =>
  exportFormats.find((format) => extname(target).toLowerCase() === `.${format}`);

async function exportWhole(
  session: Session,
  ledger: Ledger,
  format: "json" | "ndjson",
  target: string | undefined,
  { force }: ExportOptions,
): Promise<Written> {
  const office = ledger.profiles.at(-1)?.profile.office.name ?? "";
  const name = `${session.wording.say("export.whole-stem", { office })}.${format}`;
  const file = fileIn(target, name);
  begin(session, file, force);
  await writeFileNamed(file, format === "json" ? jsonPieces(ledger) : ndjsonPieces(ledger));
  return { files: [file] };
}

async function exportTables(
  session: Session,
  opened: Awaited<ReturnType<typeof readLedger>>,
  format: "xlsx" | "csv",
  target: string | undefined,
  { period: typed, table, force }: ExportOptions,
): Promise<Written> {
  const { folder } = session;
  if (table !== undefined && !tableNames.includes(table)) {
    throw new WrongUse("export.no-table", { name: table, names: tableNames });
  }
  const period = readPeriod(typed, () => opened.today);
  const made = await periodTables(session, opened.ledger, period, table);
  if (!made) throw new WrongUse("error.no-office", { folder });
  const { tables, stem } = made;
  if (format === "xlsx") {
    const file = fileIn(target, `${stem}.xlsx`);
    begin(session, file, force);
    return { files: [file], tables: await writeWorkbook(file, tables) };
  }
  const [first] = tables;
  if (table !== undefined && first) {
    const file = fileIn(target, `${stem} ${first.title}.csv`);
    begin(session, file, force);
    return { files: [file], tables: [await writeCsv(file, first)] };
  }
  const into = await folderFor(target ?? stem);
  const named = tables.map((one) => ({ one, file: join(into, `${one.title}.csv`) }));
  for (const { file } of named) begin(session, file, force);
  const counted: WrittenTable[] = [];
  for (const { one, file } of named) counted.push(await writeCsv(file, one));
  return { files: named.map(({ file }) => file), tables: counted };
}

/** A folder that was named holds the file under its usual name. */
const fileIn = (target: string | undefined, name: string): string => {
  if (target === undefined) return nameOfFile(name);
  return isFolder(target) ? join(target, nameOfFile(name)) : target;
};

/** @throws WrongUse for what is there already */
function begin({ wording, out }: Session, file: string, force = false): void {
  if (!force && isFileThere(file)) throw new WrongUse("export.exists", { file });
  out.progress(wording.say("export.writing", { file }));
}

/** @throws WrongUse where a file would have to be a folder; Failed where the disk refuses */
async function folderFor(target: string): Promise<string> {
  if (extname(target).toLowerCase() === ".csv" || (isFileThere(target) && !isFolder(target))) {
    throw new WrongUse("export.csv-folder", { file: target });
  }
  try {
    await mkdir(target, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new Failed("error.file-unwritable", { file: target, reason }, { cause });
  }
  return target;
}
