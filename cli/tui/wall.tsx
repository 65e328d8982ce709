/** The board for a wall: shown and never touched. It listens to `q` alone, in any window. */
import { Box, useApp, useWindowSize } from "ink";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { StatusLine } from "./frame/status-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "./office-context.tsx";
import { Board } from "./screens/board/board.tsx";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { useKeys } from "./ui/use-keys.ts";
import { truncate } from "./ui/width.ts";
import { useMinute } from "./use-minute.ts";

const untouched: Pick<
  ScreenProps,
  "top" | "isActive" | "focus" | "onKeep" | "onOpen" | "onBack" | "onNotice"
> = {
  top: 0,
  isActive: false,
  focus: undefined,
  onKeep: () => () => {},
  onOpen: () => {},
  onBack: () => {},
  onNotice: () => {},
};

/** @param period a fixed one; else the half-year in which today lies */
export function Wall({ period }: { readonly period: Period | undefined }) {
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  const { wording } = useOffice();
  const { profile, today } = useLedger();
  useMinute();
  useKeys((input, key) => {
    if (!key.ctrl && !key.meta && input.startsWith("q")) exit();
  });
  const shown = period ?? halfYearOf(today);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflowY="hidden">
      <Text bold color={theme.accent} wrap="truncate">
        {truncate(`${profile.office.name}  ${shown.id}  ${today}`, columns)}
      </Text>
      <Board {...untouched} period={shown} width={columns} height={Math.max(1, rows - 2)} />
      <StatusLine hint={wording.say("board.wall-hint")} columns={columns} />
    </Box>
  );
}
