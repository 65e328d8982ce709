/** Records that are not settled: disputed ones behind the figures, late ones that wait. */
import { findEntry } from "../../ledger/entry-table.ts";
import { findTouched } from "../../ledger/late.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { statementKey } from "../../ledger/periods.ts";
import { isDisputed } from "../../ledger/trail.ts";
import type {
  EntryId,
  IndicatorId,
  PositionId,
  ProblemId,
  PublicationId,
} from "../../words/ids.ts";
import { isWithin } from "../../words/period.ts";
import { type Document, figuresOf, inlinesOf } from "../document.ts";
import type { ReportFinding } from "./finding.ts";

export function checkRecords(document: Document, ledger: Ledger): ReportFinding[] {
  return [
    ...disputed(document, ledger),
    ...disputedStatements(document, ledger),
    ...late(document, ledger),
  ];
}

function disputed(document: Document, ledger: Ledger): ReportFinding[] {
  const indicators = new Map<string, Set<IndicatorId>>();
  for (const { tally } of figuresOf(document)) {
    for (const id of tally.sources) {
      const record =
        findEntry(ledger.entries, id as EntryId) ??
        ledger.problems.get(id as ProblemId) ??
        ledger.positions.get(id as PositionId) ??
        ledger.publications.get(id as PublicationId);
      if (!record || !isDisputed(record)) continue;
      indicators.set(id, (indicators.get(id) ?? new Set()).add(tally.indicator.id));
    }
  }
  return [...indicators].map(([record, behind]) => ({
    issue: "disputed",
    record,
    indicators: [...behind],
  }));
}

function disputedStatements(document: Document, ledger: Ledger): ReportFinding[] {
  const named = inlinesOf(document).flatMap((inline) =>
    inline.type === "written" || inline.type === "unwritten" ? [inline.statement] : [],
  );
  return [...new Set(named)].flatMap((statement): ReportFinding[] => {
    const written = ledger.statements.get(statementKey(document.period.id, statement));
    return written && isDisputed(written) ? [{ issue: "disputed-statement", statement }] : [];
  });
}

/** What touches the report's days, and what is about a record that itself still waits. */
function late({ period }: Document, ledger: Ledger): ReportFinding[] {
  return [...ledger.tray.sortBy(({ seq }) => seq)].flatMap(
    ([operation, waiting]): ReportFinding[] => {
      const touched = findTouched(ledger, waiting.operation);
      const touches =
        touched.days.some((day) => isWithin(day, period)) ||
        touched.period === period.id ||
        (touched.record !== undefined && ledger.tray.has(touched.record));
      return touches ? [{ issue: "late", operation, type: waiting.operation.type }] : [];
    },
  );
}
