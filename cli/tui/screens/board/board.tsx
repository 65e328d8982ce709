import { Box } from "ink";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { Wording } from "../../../wording/wording.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { progressBar, sparkline } from "../../ui/bars.ts";
import { rowsThatFit, Table } from "../../ui/table.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useList } from "../../ui/use-list.ts";
import { truncate } from "../../ui/width.ts";
import { type BoardRow, useBoard } from "./use-board.ts";

/** Live tallies against their targets above, what was written down last below. */
export function Board({ period, width, height, isActive }: ScreenProps) {
  const { wording } = useOffice();
  const { rows, newest, profile } = useBoard(period);
  const newestLines = Math.max(3, Math.min(8, Math.floor(height / 4)));
  const list = useList(rows, rowsThatFit(height - newestLines - 1), isActive);
  const { say } = wording;
  const columns = [
    say("tally.head.label"),
    say("board.now"),
    say("tally.head.target"),
    say("board.progress"),
    say("board.months"),
  ];
  return (
    <Box flexDirection="column" height={height}>
      <Table
        columns={columns}
        rows={list.visible.map(({ row }) => cells(wording, row, width))}
        chosen={list.visible.findIndex(({ chosen }) => chosen)}
      />
      <Text color={theme.accent}>
        {say("board.newest")}
        <Text color={theme.quiet}>{`  ${list.position + 1}/${rows.length}`}</Text>
      </Text>
      {newest.length === 0 ? <Text color={theme.quiet}>{say("board.empty")}</Text> : null}
      {newest.slice(0, newestLines).map((entry) => (
        <Text key={entry.id} wrap="truncate">
          {truncate(`${entry.on}  ${kindLabel(profile, entry.kind)}  ${entry.title}`, width)}
        </Text>
      ))}
    </Box>
  );
}

const kindLabel = (profile: Profile, kind: string): string =>
  profile.kinds.find(({ id }) => id === kind)?.label ?? kind;

function cells({ say }: Wording, { tally, months }: BoardRow, width: number): string[] {
  const { label, unit, target } = tally.indicator;
  const value = tally.value === null ? say("tally.no-answer") : `${tally.value}${unit}`;
  return [
    truncate(label, Math.max(12, width - 58)),
    value,
    target === undefined ? "" : `${target}${unit}`,
    target === undefined ? "" : progressBar(tally.value ?? 0, target, 8),
    months.length === 0 ? "" : sparkline(months),
  ];
}
