/** Writing the report to a file: which format, which name, and what is asked before. */
import { useState } from "react";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import { errorsIn } from "../../../../shared/report/check/severity.ts";
import type { Document } from "../../../../shared/report/document.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { inFormat, reportDocx } from "../../../exporting/report-bytes.ts";
import { writeReport } from "../../../exporting/report-file.ts";
import {
  endingOf,
  findFormat,
  isTextFormat,
  printed,
  type ReportFormat,
} from "../../../exporting/report-format.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { isFileThere, pathOfNamed } from "../../../reading/files.ts";
import { ledgerOf } from "../../../reading/ledger-of.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Values } from "../../ui/field.ts";
import { useForm } from "../../ui/use-form.ts";
import { good } from "../../use-submit.ts";
import { exportFields } from "./export-fields.ts";

interface Wanted {
  readonly file: string;
  readonly format: ReportFormat;
  readonly annex: boolean;
  readonly despite: string;
}

export function useExport(
  document: Document,
  findings: readonly ReportFinding[],
  {
    isActive,
    onNotice,
    onDone,
  }: Pick<ScreenProps, "isActive" | "onNotice"> & { readonly onDone: () => void },
) {
  const { wording, workstation } = useOffice();
  const { ledger, profile, today } = useLedger();
  const { say } = wording;
  const [complaint, setComplaint] = useState<string>();
  const confirm = useConfirm();
  const stem = say("report.file-stem", {
    office: profile.office.name,
    period: document.period.id,
  }).replaceAll(/[\\/:*?"<>|]/g, "");
  const fields = exportFields(wording, profile, stem, findings);

  async function write({ file, format, annex, despite }: Wanted): Promise<void> {
    if (isFileThere(file) && !(await confirm(say("report.overwrite", { file })))) {
      return setComplaint(say("report.not-overwritten"));
    }
    const onConverting = (isAtWork: boolean) => isAtWork && onNotice(good(say("pdf.working")));
    const content = async () => {
      if (isTextFormat(format)) return printed(document, format);
      const then = await ledgerOf({ workstation: async () => workstation }, document, ledger);
      return inFormat(format, await reportDocx(document, then, { annex, today }), onConverting);
    };
    try {
      await writeReport(wording, { file, content, document, ledger, findings, despite });
      onNotice(good(say("report.done", { file })));
      onDone();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  /** The tables of the period: they say nothing that could contradict itself. */
  async function writeTables(typed: string): Promise<void> {
    const at = { wording, workstation: async () => workstation };
    try {
      const { periodTables } = await import("../../../exporting/period-tables.ts");
      const { writeWorkbook } = await import("../../../exporting/write-tables.ts");
      const made = await periodTables(at, ledger, document.period);
      if (!made) return;
      const file = pathOfNamed(typed === `${stem}.xlsx` ? `${made.stem}.xlsx` : typed);
      if (isFileThere(file) && !(await confirm(say("report.overwrite", { file })))) {
        return setComplaint(say("report.not-overwritten"));
      }
      await writeWorkbook(file, made.tables);
      onNotice(good(say("export.done", { file })));
      onDone();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  function save(values: Values) {
    const typed = values.file?.text.trim() ?? "";
    if (typed === "") return setComplaint(say("report.no-file"));
    if (values.format?.chosen[0] === "xlsx" || /\.xlsx$/i.test(typed)) {
      return void writeTables(/\.[a-z]+$/i.test(typed) ? typed : `${typed}.xlsx`);
    }
    const chosen = (values.format?.chosen[0] ?? "docx") as ReportFormat;
    const { file, format } = nameAndFormat(typed, chosen);
    const annex = values.annex?.chosen[0] === "with";
    const despite = values.despite?.text.trim() ?? "";
    if (errorsIn(findings).length > 0 && despite === "") {
      return setComplaint(say("report.no-despite"));
    }
    void write({ file: pathOfNamed(file), format, annex, despite });
  }
  const form = useForm(
    fields,
    {
      save,
      cancel: onDone,
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
      noneFits: (typed) => say("form.none-fits", { typed }),
      chose: (name, values) => (name === "format" ? withEnding(values) : values),
    },
    isActive,
  );
  return { form, complaint };
}

/** The name follows the format that is chosen: what stands there is what will be written. */
function withEnding(values: Values): Values {
  const chosen = values.format?.chosen[0];
  const { file } = values;
  if (!file || chosen === undefined) return values;
  const ending = chosen === "xlsx" ? chosen : endingOf(chosen as ReportFormat);
  const text = file.text.replace(/\.(docx|pdf|txt|md|xlsx)\s*$/i, `.${ending}`);
  return { ...values, file: { ...file, text } };
}

/** A name that was typed after the format was chosen tells the format by its ending. */
function nameAndFormat(typed: string, chosen: ReportFormat) {
  const format = findFormat(typed);
  return format
    ? { file: typed, format }
    : { file: `${typed}.${endingOf(chosen)}`, format: chosen };
}
