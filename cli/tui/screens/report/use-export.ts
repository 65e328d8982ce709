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
import type { Field, Values } from "../../ui/field.ts";
import { useForm } from "../../ui/use-form.ts";
import { good } from "../../use-submit.ts";

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
  const fields: readonly Field[] = [
    { name: "file", label: say("report.file"), type: "text", initial: `${stem}.docx` },
    {
      name: "format",
      label: say("report.format-field"),
      type: "one",
      initial: ["docx"],
      options: [
        { id: "docx", label: "Word", spelt: ["docx", "word"] },
        { id: "pdf", label: "PDF", spelt: ["pdf"] },
        { id: "text", label: say("report.format-text"), spelt: ["wb", "txt"] },
        { id: "md", label: "Markdown", spelt: ["md"] },
      ],
    },
    {
      name: "annex",
      label: say("report.annex-field"),
      type: "one",
      initial: [profile.document?.annex ? "with" : "without"],
      options: [
        { id: "without", label: say("report.annex-without"), spelt: ["bf", "no"] },
        { id: "with", label: say("report.annex-with"), spelt: ["fs", "yes"] },
      ],
    },
    ...(errorsIn(findings).length === 0
      ? []
      : [{ name: "despite", label: say("report.despite-field"), type: "text" as const }]),
  ];

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
  function save(values: Values) {
    const typed = values.file?.text.trim() ?? "";
    if (typed === "") return setComplaint(say("report.no-file"));
    const chosen = (values.format?.chosen[0] ?? "docx") as ReportFormat;
    const { file, format } = nameAndFormat(typed, chosen, stem);
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
    },
    isActive,
  );
  return { form, complaint };
}

/** The name that was offered follows the format; one that was typed tells it by its ending. */
function nameAndFormat(typed: string, chosen: ReportFormat, stem: string) {
  const isOffered = typed === `${stem}.docx`;
  if (isOffered) return { file: `${stem}.${endingOf(chosen)}`, format: chosen };
  const format = findFormat(typed);
  return format
    ? { file: typed, format }
    : { file: `${typed}.${endingOf(chosen)}`, format: chosen };
}
