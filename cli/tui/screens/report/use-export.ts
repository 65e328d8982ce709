/** Writing the report to a file: which format, which name, and what is asked before. */
import { useState } from "react";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import { errorsIn } from "../../../../shared/report/check/severity.ts";
import type { Document } from "../../../../shared/report/document.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { printed, type ReportFormat } from "../../../commands/report.ts";
import { writeReport } from "../../../exporting/report-file.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { isFileThere, pathOfNamed } from "../../../reading/files.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { useForm } from "../../ui/use-form.ts";
import { good } from "../../use-submit.ts";

interface Wanted {
  readonly file: string;
  readonly format: ReportFormat;
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
  const { wording } = useOffice();
  const { ledger, profile } = useLedger();
  const { say } = wording;
  const [complaint, setComplaint] = useState<string>();
  const confirm = useConfirm();
  const stem = say("report.file-stem", {
    office: profile.office.name,
    period: document.period.id,
  }).replaceAll(/[\\/:*?"<>|]/g, "");
  const fields: readonly Field[] = [
    { name: "file", label: say("report.file"), type: "text", initial: `${stem}.txt` },
    {
      name: "format",
      label: say("report.format-field"),
      type: "one",
      initial: ["text"],
      options: [
        { id: "text", label: say("report.format-text"), spelt: ["wb", "txt"] },
        { id: "md", label: "Markdown", spelt: ["md"] },
      ],
    },
    ...(errorsIn(findings).length === 0
      ? []
      : [{ name: "despite", label: say("report.despite-field"), type: "text" as const }]),
  ];

  async function write({ file, format, despite }: Wanted): Promise<void> {
    if (isFileThere(file) && !(await confirm(say("report.overwrite", { file })))) {
      return setComplaint(say("report.not-overwritten"));
    }
    try {
      const content = () => printed(document, format);
      await writeReport(wording, { file, content, document, ledger, findings, despite });
      onNotice(good(say("report.done", { file })));
      onDone();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  function save(values: Values) {
    const typed = values.file?.text.trim() ?? "";
    if (typed === "") return setComplaint(say("report.no-file"));
    const format = values.format?.chosen[0] === "md" ? "md" : "text";
    const despite = values.despite?.text.trim() ?? "";
    if (errorsIn(findings).length > 0 && despite === "") {
      return setComplaint(say("report.no-despite"));
    }
    void write({ file: pathOfNamed(withEnding(typed, format, stem)), format, despite });
  }
  const form = useForm(
    fields,
    {
      save,
      cancel: onDone,
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
    },
    isActive,
  );
  return { form, complaint };
}

/** The name that was offered follows the format; one that was typed stays as it is. */
const withEnding = (file: string, format: ReportFormat, stem: string): string =>
  format === "md" && file === `${stem}.txt` ? `${stem}.md` : file;
