import { Box } from "ink";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import { sayReportFinding } from "../../../printing/report-findings.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { Rule, Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { wrap } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";

/** Lines below the list in which the chosen finding is said in full. */
const fullLines = 4;

/** What somebody should look at before the report goes out; Enter goes to where it stands. */
export function Findings(
  props: ScreenProps & {
    readonly findings: readonly ReportFinding[];
    readonly onGo: (finding: ReportFinding) => void;
    readonly onClose: () => void;
  },
) {
  const { findings, onGo, onClose, width, height, isActive } = props;
  const { wording } = useOffice();
  const isPlain = usePlain(); // the list has said the chosen one in full
  useKeeping(props, "escape");
  const list = useList(findings, height - fullLines - 3, isActive);
  useKeys(
    (_, key) => {
      if (key.escape) return onClose();
      const chosen = list.now();
      if (key.return && chosen) onGo(chosen);
    },
    { isActive },
  );
  if (findings.length === 0) {
    return (
      <Box flexDirection="column" height={height}>
        <Box flexGrow={1}>
          <Text color={theme.good}>{` ${wording.say("check.none")}`}</Text>
        </Box>
        <Text color={theme.quiet}>{wording.say("check.back")}</Text>
      </Box>
    );
  }
  const chosen = list.chosen && sayReportFinding(wording, list.chosen);
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {wording.say("check.head", { count: findings.length })}
      </Text>
      <Box flexDirection="column" height={height - fullLines - 3}>
        <ListView
          list={list}
          width={width}
          rowKey={(finding) => String(findings.indexOf(finding))}
          line={(finding) => ({ text: sayReportFinding(wording, finding) })}
        />
      </Box>
      {isPlain ? null : <InFull text={chosen ?? ""} width={width} />}
      <Text color={theme.quiet}>{wording.say("check.keys")}</Text>
    </Box>
  );
}

const InFull = ({ text, width }: { readonly text: string; readonly width: number }) => (
  <>
    <Rule cells={width} />
    <Box flexDirection="column" height={fullLines}>
      {wrap(text, width - 2)
        .slice(0, fullLines)
        .map((line) => (
          <Text key={line}>{` ${line}`}</Text>
        ))}
    </Box>
  </>
);
