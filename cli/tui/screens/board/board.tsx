import { Box } from "ink";
import { useMemo, useState } from "react";
import type { Tally } from "../../../../shared/tally/tally.ts";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { findBinding } from "../../ui/key-map.ts";
import { ListView } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { rowsThatFit } from "../../ui/table.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { type List, type ListPlace, useList } from "../../ui/use-list.ts";
import { truncate } from "../../ui/width.ts";
import { Sources } from "../report/sources.tsx";
import { type BoardDoes, boardKeys } from "./keys.ts";
import { layBoard } from "./layout.ts";
import { columnsFor, lineOf, shownOf } from "./line.ts";
import { Newest, newestOf, Summary } from "./newest.tsx";
import { TallyTable } from "./tally-table.tsx";
import { type BoardLine, useBoard } from "./use-board.ts";

const followLine = { keyOf: ({ key }: BoardLine) => key };

type Side = "tallies" | "due";

/** Tallies against their targets, what is due, and what was written down last. */
export function Board(props: ScreenProps) {
  const { period, width, height, isActive, onOpen } = props;
  const { wording } = useOffice();
  const { overview, tallies, due, profile } = useBoard(period);
  const [asked, setAsked] = useState<Tally>();
  const [side, sideNow, setSide] = useLatestState<Side>(
    "tallies",
    useRemembered("board.side", undefined),
  );
  const isPlain = usePlain();
  const { isWide, leftWidth, newest: newestLines, seen, aside } = layBoard(width, height);
  const all = useMemo(() => [...tallies, ...due], [tallies, due]);
  const hasKeys = isActive && !asked;
  const left = useList(
    isWide ? tallies : all,
    isWide ? seen : aside,
    hasKeys && (!isWide || side === "tallies"),
    followLine,
    useRemembered<ListPlace>("board.place", undefined),
  );
  const right = useList(
    due,
    aside,
    hasKeys && isWide && side === "due",
    followLine,
    useRemembered<ListPlace>("board.place-due", undefined),
  );
  const rows = useMemo(() => overview.rows.map(shownOf), [overview]);
  const columns = useMemo(() => columnsFor(wording, rows, leftWidth), [wording, rows, leftWidth]);

  function open(line: BoardLine | undefined) {
    if (line?.type === "tally") return setAsked(line.row.tally);
    if (line?.type === "due" && line.tally) return setAsked(line.tally);
    if (line && "to" in line && line.to) onOpen(line.to);
  }
  function toDue() {
    if (isWide) return setSide(sideNow() === "due" || due.length === 0 ? "tallies" : "due");
    const isDue = left.now()?.type !== "tally";
    left.choose(isDue || due.length === 0 ? 0 : tallies.length + 1);
  }
  function act(does: BoardDoes | undefined) {
    if (does === "due") return toDue();
    if (does === "open") open(isWide && sideNow() === "due" ? right.now() : left.now());
  }
  useKeys(
    (input, key) => {
      for (const one of input.length > 1 ? input : [input]) act(findBinding(boardKeys, one, key));
    },
    { isActive: hasKeys },
  );
  if (asked) {
    const figure = { type: "figure", tally: asked, text: asked.text } as const;
    return <Sources {...props} figure={figure} onClose={() => setAsked(undefined)} />;
  }
  const listed = (list: List<BoardLine>, cells: number, has: boolean) => (
    <ListView
      list={isActive && has ? list : unchosen(list)}
      width={cells}
      rowKey={({ key }) => key}
      line={(line) => lineOf(wording, line, columns)}
    />
  );
  // Rules take a line each: only where every tally has its place all the same.
  const isRuled = isPlain || (isWide && rowsThatFit(seen) >= tallies.length);
  const tallied = (cells: number) =>
    isRuled ? (
      <TallyTable
        wording={wording}
        rows={rows}
        chosen={isActive && side === "tallies" ? left.position : -1}
        width={cells}
      />
    ) : (
      listed(left, cells, side === "tallies")
    );
  const newest = (cells: number) => (
    <Newest
      wording={wording}
      entries={newestOf(overview.newest.slice(0, newestLines), profile.kinds)}
      width={cells}
    />
  );
  return (
    <Box flexDirection="column" height={height} overflowY="hidden">
      <Summary overview={overview} width={width} />
      {isWide ? (
        <Box height={seen}>
          <Box width={leftWidth}>{tallied(leftWidth - 1)}</Box>
          <Box flexDirection="column" width={width - leftWidth}>
            <Box height={aside} flexDirection="column">
              {due.length === 0 ? (
                <Text color={theme.quiet}>
                  {truncate(`  ${wording.say("board.nothing-due")}`, width - leftWidth)}
                </Text>
              ) : (
                listed(right, width - leftWidth, side === "due")
              )}
            </Box>
            {newest(width - leftWidth)}
          </Box>
        </Box>
      ) : (
        <Box flexDirection="column" height={seen}>
          <Box height={aside}>{isPlain ? tallied(width) : listed(left, width, true)}</Box>
          {newest(width)}
        </Box>
      )}
      {isActive ? <HintLine hints={hints} width={width} /> : null}
    </Box>
  );
}

/** Each thing that a key does is hinted at once. */
const hints = boardKeys.filter(
  ({ does }, at) => boardKeys.findIndex((one) => one.does === does) === at,
);

const unchosen = (list: List<BoardLine>): List<BoardLine> => ({
  ...list,
  visible: list.visible.map((line) => ({ ...line, chosen: false })),
});
