import { Box } from "ink";
import { useState } from "react";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { Overview, OverviewTally } from "../../../../shared/tally/overview.ts";
import type { Tally } from "../../../../shared/tally/tally.ts";
import type { Wording } from "../../../wording/wording.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { progressBar, sparkline } from "../../ui/bars.ts";
import { findBinding } from "../../ui/key-map.ts";
import { ListView } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { rowsThatFit, Table } from "../../ui/table.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { padTo, truncate } from "../../ui/width.ts";
import { boardKeys } from "./keys.ts";
import { TallySources } from "./sources.tsx";
import { useBoard } from "./use-board.ts";

/** In a lower window the rules of a table would take the room of its rows. */
const tableFrom = 24;

/** Live tallies against their targets, what is due, what was written down last. */
export function Board(props: ScreenProps) {
  const { period, width, height, isActive } = props;
  const { wording } = useOffice();
  const { overview, newest, profile } = useBoard(period);
  const [opened, setOpened] = useState<Tally>();
  const isPlain = usePlain();
  const hasRules = isPlain || height >= tableFrom;
  const newestLines = Math.max(3, Math.min(8, Math.floor(height / 4)));
  const room = height - newestLines - 3;
  const rows = overview.tallies;
  const list = useList(rows, hasRules ? rowsThatFit(room) : room, isActive && !opened);
  useKeys(
    (input, key) => {
      if (findBinding(boardKeys, input, key) === "open") setOpened(list.now()?.tally);
    },
    { isActive: isActive && !opened },
  );
  if (opened) {
    return <TallySources {...props} tally={opened} onClose={() => setOpened(undefined)} />;
  }
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
      {hasRules ? (
        <Table
          columns={columns}
          rows={list.visible.map(({ row }) => cells(wording, row, width, isPlain))}
          chosen={list.visible.findIndex(({ chosen }) => chosen)}
        />
      ) : (
        <ListView
          list={list}
          width={width}
          rowKey={({ tally }) => tally.indicator.id}
          line={(row) => ({ text: compactLine(wording, row, width) })}
        />
      )}
      {dueLines(wording, overview).map((text) => (
        <Text key={text} color={theme.warning} wrap="truncate">
          {truncate(text, width)}
        </Text>
      ))}
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

/** Each with the number of the screen where it is done. */
const dueLines = ({ say }: Wording, { checks, problems }: Overview): string[] => [
  `4 ${say("board.checks", { count: checks.length })}`,
  `5 ${say("board.problems", { count: problems.length })}`,
];

const kindLabel = (profile: Profile, kind: string): string =>
  profile.kinds.find(({ id }) => id === kind)?.label ?? kind;

/** The figures of the months beside their bars: some terminals draw blocks oddly. */
function monthsText({ months }: OverviewTally, isPlain = false): string {
  if (months.length === 0) return "";
  const values = months.map(({ value }) => value ?? 0);
  return isPlain ? values.join(" ") : `${sparkline(values)} ${values.join(" ")}`;
}

function cells({ say }: Wording, row: OverviewTally, width: number, isPlain: boolean): string[] {
  const { label, unit, target } = row.tally.indicator;
  const value = row.tally.value === null ? say("tally.no-answer") : `${row.tally.value}${unit}`;
  return [
    truncate(label, Math.max(12, width - 76)),
    value,
    target === undefined ? "" : `${target}${unit}`,
    target === undefined ? "" : progressBar(row.tally.value ?? 0, target, 8),
    truncate(monthsText(row, isPlain), 26),
  ];
}

function compactLine({ say }: Wording, row: OverviewTally, width: number): string {
  const { label, unit, target } = row.tally.indicator;
  const value = row.tally.value === null ? say("tally.no-answer") : `${row.tally.value}${unit}`;
  const goal = target === undefined ? "" : `/${target}${unit}`;
  const bar = target === undefined ? "" : progressBar(row.tally.value ?? 0, target, 6);
  const labels = Math.max(14, Math.min(30, width - 46));
  return `${padTo(label, labels)} ${padTo(value + goal, 15)}${padTo(bar, 7)}${monthsText(row)}`;
}
