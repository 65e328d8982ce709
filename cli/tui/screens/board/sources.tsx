import { Box } from "ink";
import { sourceOf } from "../../../../shared/report/explain.ts";
import type { Tally } from "../../../../shared/tally/tally.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";

const screens = { entry: "ledger", problem: "problems", position: "checklists" } as const;

/** The records behind a tally; Enter opens one where it is kept, Esc goes back to the board. */
export function TallySources({
  tally,
  width,
  height,
  isActive,
  onKeep,
  onOpen,
  onClose,
}: ScreenProps & { readonly tally: Tally; readonly onClose: () => void }) {
  const { wording } = useOffice();
  const { ledger } = useLedger();
  useKeeping({ onKeep }, "escape");
  const list = useList(tally.sources, height - 1, isActive);
  useKeys(
    (_, key) => {
      if (key.escape) return onClose();
      const id = list.now();
      const type = id === undefined ? undefined : sourceOf(ledger, id).type;
      if (key.return && id !== undefined && type) onOpen({ screen: screens[type], focus: id });
    },
    { isActive },
  );
  const { label, unit } = tally.indicator;
  const count = wording.say("tally.sources", { count: tally.sources.length });
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {truncate(`${label}  ${tally.text}${unit}  ${count}`, width)}
      </Text>
      <ListView
        list={list}
        width={width}
        rowKey={(id) => id}
        line={(id) => {
          const { on, title } = sourceOf(ledger, id);
          return { text: [on, title, id].filter(Boolean).join("  ") };
        }}
      />
    </Box>
  );
}
