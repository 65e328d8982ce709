import { Box } from "ink";
import { useMemo } from "react";
import { differenceOf } from "../../../../shared/report/difference.ts";
import type { Edition } from "../../../../shared/report/document.ts";
import { differenceLines } from "../../../printing/difference-lines.ts";
import { sayEdition } from "../../../printing/editions.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { targetOf } from "./sources.tsx";

/** What was corrected since the closing; Enter goes to the record that makes the difference. */
export function Differences(
  props: ScreenProps & { readonly edition: Edition; readonly onClose: () => void },
) {
  const { edition, period, width, height, isActive, onOpen, onClose } = props;
  const { wording } = useOffice();
  const { ledger } = useLedger();
  useKeeping(props, "escape");
  const lines = useMemo(
    () => differenceLines(wording, differenceOf(ledger, period, edition)),
    [wording, ledger, period, edition],
  );
  const list = useList(lines, height - 2, isActive);
  useKeys(
    (_, key) => {
      if (key.escape) return onClose();
      const source = list.now()?.source;
      const target = source && targetOf(source);
      if (key.return && target) onOpen(target);
    },
    { isActive },
  );
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {truncate(sayEdition(wording, ledger, period, edition), width)}
      </Text>
      <Box flexDirection="column" height={height - 2}>
        {lines.length === 0 ? (
          <Text color={theme.good}>{` ${wording.say("difference.none")}`}</Text>
        ) : (
          <ListView
            list={list}
            width={width}
            rowKey={(line) => String(lines.indexOf(line))}
            line={({ text, isHead }) => ({ text, heading: isHead })}
          />
        )}
      </Box>
      <Text color={theme.quiet}>{wording.say("difference.keys")}</Text>
    </Box>
  );
}
