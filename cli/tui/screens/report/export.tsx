import { Box } from "ink";
import type { Document } from "../../../../shared/report/document.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeeping } from "../../use-keeping.ts";
import { useExport } from "./use-export.ts";

/** The report to a file. What is doubtful is said before, and never holds it up. */
export function Export(
  props: ScreenProps & {
    readonly document: Document;
    readonly findings: number;
    readonly onDone: () => void;
  },
) {
  const { document, findings, top, width, height, isActive } = props;
  const { wording } = useOffice();
  useKeeping(props, "all");
  const { form, complaint } = useExport(document, props);
  const place = { top: top + 2, width, height: height - 2 };
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {wording.say("report.export-title", { period: document.period.id })}
      </Text>
      <Text color={findings > 0 ? theme.warning : theme.good} wrap="truncate">
        {findings > 0
          ? wording.say("report.export-findings", { count: findings })
          : wording.say("check.none")}
      </Text>
      <FormView form={form} place={place} complaint={complaint} isActive={isActive} />
    </Box>
  );
}
