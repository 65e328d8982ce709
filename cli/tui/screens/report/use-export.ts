/** Writing the report to a file: which format, which name, and what is asked before. */
import { useState } from "react";
import type { Document } from "../../../../shared/report/document.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { printed, type ReportFormat } from "../../../commands/report.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { isFileThere, pathOfNamed, writeFileNamed } from "../../../reading/files.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { useForm } from "../../ui/use-form.ts";
import { good } from "../../use-submit.ts";

interface Wanted {
  readonly file: string;
  readonly format: ReportFormat;
}

export function useExport(
  document: Document,
  {
    isActive,
    onNotice,
    onDone,
  }: Pick<ScreenProps, "isActive" | "onNotice"> & { readonly onDone: () => void },
) {
  const { wording } = useOffice();
  const { profile } = useLedger();
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
  ];

  async function write({ file, format }: Wanted): Promise<void> {
    if (isFileThere(file) && !(await confirm(say("report.overwrite", { file })))) {
      return setComplaint(say("report.not-overwritten"));
    }
    try {
      await writeFileNamed(file, printed(document, format));
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
    void write({ file: pathOfNamed(withEnding(typed, format, stem)), format });
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
