import { Box } from "ink";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import { errorsIn } from "../../../../shared/report/check/severity.ts";
import type { Document } from "../../../../shared/report/document.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeeping } from "../../use-keeping.ts";
import { useExport } from "./use-export.ts";

/** The report to a file. What is doubtful is said before; contradictions ask for a reason. */
export function Export(
  props: ScreenProps & {
    readonly document: Document;
    readonly findings: readonly ReportFinding[];
    readonly onDone: () => void;
  },
) {
  const { document, findings, top, width, height, isActive } = props;
  const { wording } = useOffice();
  useKeeping(props, "all");
  const { form, complaint } = useExport(document, findings, props);
  const place = { top: top + 2, width, height: height - 2 };
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {wording.say("report.export-title", { period: document.period.id })}
      </Text>
      <Checked findings={findings} />
      <FormView form={form} place={place} complaint={complaint} isActive={isActive} />
    </Box>
  );
}

function Checked({ findings }: { readonly findings: readonly ReportFinding[] }) {
  const { say } = useOffice().wording;
  const errors = errorsIn(findings).length;
  const { length } = findings;
  const color = errors > 0 ? theme.bad : length > 0 ? theme.warning : theme.good;
  return (
    <Text color={color} wrap="truncate">
      {errors > 0
        ? say("report.contradicts-here", { count: errors })
        : length > 0
          ? say("report.export-findings", { count: length })
          : say("check.none")}
    </Text>
  );
}
