import { Box } from "ink";
import { findDisputes } from "../../../../shared/ledger/disputes.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";

/** How this workstation stands with the office machine, and what waits for somebody. */
export function SyncScreen({ height }: ScreenProps) {
  const { wording } = useOffice();
  const { ledger, connected, waiting, declined } = useLedger();
  const counts = [
    ["screen.waiting", waiting],
    ["screen.declined", declined],
    ["screen.tray", ledger.tray.size],
    ["screen.disputes", findDisputes(ledger).length],
  ] as const;
  return (
    <Box flexDirection="column" height={height}>
      <Text>{wording.say(connected ? "screen.connected" : "screen.disconnected")}</Text>
      {counts.map(([key, count]) => (
        <Text key={key}>{wording.say(key, { count })}</Text>
      ))}
    </Box>
  );
}
