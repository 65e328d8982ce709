/**
 * The first frame: the board with the tallies that were known last, in the very places that they
 * will have, while the ledger is being opened behind it. It listens to no key: what is typed
 * meanwhile waits for the screens.
 */
import { Box, useWindowSize } from "ink";
import type { Wording } from "../wording/wording.ts";
import type { KnownBoard } from "../workstation/known-board.ts";
import { TabLine } from "./frame/tabs.tsx";
import { layBoard } from "./screens/board/layout.ts";
import { columnsFor, tallyLine } from "./screens/board/line.ts";
import { Newest } from "./screens/board/newest.tsx";
import { TallyTable } from "./screens/board/tally-table.tsx";
import { rowsThatFit } from "./ui/table.tsx";
import { Rule, Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { truncate } from "./ui/width.ts";

/** The tabs and a rule above; notice and state of things below. */
const linesAround = 4;

export function KnownBoardFrame({
  wording,
  known,
}: {
  readonly wording: Wording;
  readonly known: KnownBoard;
}) {
  const { columns: width, rows } = useWindowSize();
  const height = rows - linesAround;
  const { isWide, leftWidth, newest: newestLines, seen, aside } = layBoard(width, height);
  const isRuled = isWide && rowsThatFit(seen) >= known.tallies.length;
  const columns = columnsFor(wording, known.tallies, leftWidth);
  const tallied = isRuled ? (
    <TallyTable wording={wording} rows={known.tallies} chosen={-1} width={leftWidth - 1} />
  ) : (
    <Box flexDirection="column">
      {known.tallies.slice(0, isWide ? seen : aside).map((row) => (
        <Text key={row.id} wrap="truncate">
          {truncate(`  ${tallyLine(wording, row, columns).text}`, leftWidth)}
        </Text>
      ))}
    </Box>
  );
  const newest = (cells: number) => (
    <Newest wording={wording} entries={known.newest.slice(0, newestLines)} width={cells} />
  );
  const about = { office: known.office, period: known.period };
  return (
    <Box flexDirection="column" width={width} height={rows} overflowY="hidden">
      <TabLine wording={wording} screen="board" {...about} columns={width} onOpen={nothing} />
      <Rule cells={width} />
      <Text wrap="truncate" color={theme.quiet}>
        {truncate(wording.say("board.opening", { on: known.on }), width)}
      </Text>
      {isWide ? (
        <Box height={seen}>
          <Box width={leftWidth}>{tallied}</Box>
          <Box flexDirection="column" width={width - leftWidth}>
            <Box height={aside} />
            {newest(width - leftWidth)}
          </Box>
        </Box>
      ) : (
        <Box flexDirection="column" height={seen}>
          <Box height={aside}>{tallied}</Box>
          {newest(width)}
        </Box>
      )}
    </Box>
  );
}
const nothing = () => undefined;
