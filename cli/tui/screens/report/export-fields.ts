/** What is asked before an export: name, format, annex, and a reason where figures contradict. */
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import { errorsIn } from "../../../../shared/report/check/severity.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Field } from "../../ui/field.ts";

/** @param stem the name that is offered, without its ending */
export function exportFields(
  { say }: Wording,
  profile: Profile,
  stem: string,
  findings: readonly ReportFinding[],
): readonly Field[] {
  return [
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
        { id: "xlsx", label: say("report.format-tables"), spelt: ["bg", "xlsx", "excel"] },
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
}
