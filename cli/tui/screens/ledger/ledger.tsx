import { Box } from "ink";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useList } from "../../ui/use-list.ts";
import { padTo } from "../../ui/width.ts";
import { useLedgerRows } from "./use-ledger-rows.ts";

/** Every entry of the period, one line each. */
export function LedgerScreen({ period, width, height, isActive }: ScreenProps) {
  const { wording } = useOffice();
  const { profile } = useLedger();
  const rows = useLedgerRows(period);
  const list = useList(rows, height, isActive);
  if (rows.length === 0) return <Text color={theme.quiet}>{wording.say("list.empty")}</Text>;
  const kindOf = (id: string) => profile.kinds.find((kind) => kind.id === id)?.label ?? id;
  return (
    <Box flexDirection="column" height={height}>
      <ListView
        list={list}
        width={width}
        rowKey={({ id }) => id}
        line={({ on, kind, title }) => ({ text: `${on}  ${padTo(kindOf(kind), 16)}  ${title}` })}
      />
    </Box>
  );
}
