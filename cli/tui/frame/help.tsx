import { Box } from "ink";
import { useState } from "react";
import type { ScreenName } from "../keys.ts";
import { useLedger, useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { useKeys } from "../ui/use-keys.ts";
import { step } from "../ui/use-list.ts";
import { type HelpLine, helpLines, layHelp } from "./help-lines.ts";

/** All keys, from the tables that are listened to; it scrolls where the window is small. */
export function Help({
  screen,
  width,
  height,
  onClose,
}: {
  readonly screen: ScreenName;
  readonly width: number;
  readonly height: number;
  readonly onClose: () => void;
}) {
  const { wording, workstation } = useOffice();
  const { ledger } = useLedger();
  const role = ledger.members.get(workstation.member)?.role;
  const room = height - 1;
  const rows = layHelp(helpLines(wording, screen, role), width, room);
  const last = Math.max(0, rows.length - room);
  const [asked, setFirst] = useState(0);
  const first = Math.min(asked, last);
  useKeys((input, key) => {
    if (key.escape || /^[?？q]/.test(input)) return onClose();
    setFirst((now) => step(key, Math.min(now, last), room, last + 1) ?? now);
  });
  const until = Math.min(rows.length, first + room);
  return (
    <Box flexDirection="column" height={height}>
      {rows.slice(first, until).map((row) => (
        <Text key={row.map(({ text }) => text).join()} wrap="truncate">
          {row.map((line) => (
            <Text key={line.text} {...look[line.type]}>
              {line.text}
            </Text>
          ))}
        </Text>
      ))}
      <Box flexGrow={1} />
      <Text wrap="truncate" color={theme.quiet}>
        {wording.say("key.help-foot", { from: first + 1, until, of: rows.length })}
      </Text>
    </Box>
  );
}

const look: Readonly<Record<HelpLine["type"], object>> = {
  heading: { bold: true, color: theme.accent },
  key: {},
  barred: { dimColor: true },
};
