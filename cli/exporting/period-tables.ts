/** The tables of a period, and the name that their file gets where nobody gives one. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { documentFor } from "../../shared/report/document-for.ts";
import type { Table } from "../../shared/sheets/table.ts";
import type { Period } from "../../shared/words/period.ts";
import { ledgerOf } from "../reading/ledger-of.ts";
import type { Session } from "../session.ts";
import { contextOf, tablesOf } from "./tables/tables.ts";

export interface PeriodTables {
  readonly tables: readonly Table[];
  readonly stem: string;
}

/**
 * @param only one table by its name
 * @returns undefined in an office that has adopted no profile yet
 */
export async function periodTables(
  session: Pick<Session, "wording" | "workstation">,
  ledger: Ledger,
  period: Period,
  only?: string,
): Promise<PeriodTables | undefined> {
  const { wording } = session;
  const context = contextOf(wording, ledger, period);
  const document = documentFor(ledger, period);
  if (!context || !document) return undefined;
  const report = { document, ledger: await ledgerOf(session, document, ledger) };
  const office = context.profile.office.name;
  const stem = nameOfFile(wording.say("export.stem", { office, period: period.id }));
  return { tables: tablesOf(context, report, only), stem };
}

/** What a file may be called on every system. */
export const nameOfFile = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, "");
