/** `list --out`: the entries that somebody looked for, with the columns of the exported ledger. */
import { extname } from "node:path";
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { WrongUse } from "../failure.ts";
import { isFileThere } from "../reading/files.ts";
import type { Session } from "../session.ts";
import { entriesTable } from "./tables/entries.ts";
import { contextOf } from "./tables/tables.ts";
import { writeCsv, writeWorkbook } from "./write-tables.ts";

export interface Found {
  readonly file: string;
  readonly found: readonly Entry[];
  readonly force: boolean | undefined;
  readonly period: Period | undefined;
  readonly today: LocalDate;
}

/** @throws WrongUse for another ending, and for a file that is there; Failed by the disk */
export async function writeFound(session: Session, ledger: Ledger, wanted: Found): Promise<void> {
  const { wording, out, folder } = session;
  const { file, found, force, period, today } = wanted;
  const ending = extname(file).toLowerCase();
  if (ending !== ".csv" && ending !== ".xlsx") throw new WrongUse("list.ending", { file });
  if (!force && isFileThere(file)) throw new WrongUse("export.exists", { file });
  const context = contextOf(wording, ledger, period ?? halfYearOf(today));
  if (!context) throw new WrongUse("error.no-office", { folder });
  const table = entriesTable(context, found);
  const written =
    ending === ".csv" ? [await writeCsv(file, table)] : await writeWorkbook(file, [table]);
  out.result({ files: [file], tables: written }, () => [wording.say("export.done", { file })]);
}
