import { Box } from "ink";
import { useMemo } from "react";
import { comparisonLines, comparisonOf } from "../../../commands/tally-compare.ts";
import { neighbour } from "../../../reading/period-said.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { useKeeping } from "../../use-keeping.ts";

/** The figures beside those of the period before: to look at, and in no report. */
export function Comparison(props: ScreenProps & { readonly onClose: () => void }) {
  const { period, width, height, isActive, onClose } = props;
  const { wording } = useOffice();
  const { ledger } = useLedger();
  useKeeping(props, "escape");
  const [head = "", ...lines] = useMemo(() => {
    const before = neighbour(period, -1);
    return comparisonLines(wording, period, before, comparisonOf(ledger, period, before));
  }, [wording, ledger, period]);
  const list = useList(lines, height - 2, isActive);
  useKeys((_, key) => key.escape && onClose(), { isActive });
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {`  ${head}`}
      </Text>
      <Box flexDirection="column" height={height - 2}>
        <ListView
          list={list}
          width={width}
          rowKey={(line) => String(lines.indexOf(line))}
          line={(text) => ({ text })}
        />
      </Box>
      <Text color={theme.quiet}>{wording.say("check.back")}</Text>
    </Box>
  );
}
