import { Box } from "ink";
import type { Deadline } from "../../../../shared/tally/deadlines.ts";
import { ListView } from "../../ui/list.tsx";
import { Rule, Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import type { List } from "../../ui/use-list.ts";
import { truncate } from "../../ui/width.ts";
import { columnLine, type LineContext } from "./row-line.ts";
import { type Columns, keyOf, statuses } from "./use-columns.ts";

/** One column a status, from found to closed, each with how many it holds. */
export function ColumnsView({
  columns,
  context,
  height,
}: {
  readonly columns: Columns;
  readonly context: LineContext;
  readonly height: number;
}) {
  const { wording, width } = context;
  const cells = Math.floor(width / statuses.length);
  const chosen = columns.lists[columns.at]?.chosen;
  const columnLines = height - 2; // a rule, and the title of the chosen one in full
  return (
    <Box flexDirection="column" height={height}>
      <Box height={columnLines}>
        {statuses.map((status, at) => {
          const list = columns.lists[at] as List<Deadline>;
          const isHere = at === columns.at;
          const head = `${wording.say(`status.${status}`)} ${list.count}`;
          const choose = (row: number) => {
            columns.chooseColumn(at);
            list.choose(row);
          };
          return (
            <Box key={status} flexDirection="column" width={cells} height={columnLines}>
              <Text bold color={theme.accent} inverse={isHere}>
                {truncate(` ${head} `, cells - 1)}
              </Text>
              <ListView
                list={isHere ? { ...list, choose } : { ...unchosen(list), choose }}
                width={cells - 1}
                rowKey={keyOf}
                line={(row) => columnLine({ ...context, width: cells - 1 }, row)}
              />
            </Box>
          );
        })}
      </Box>
      <Rule cells={width} />
      <Text wrap="truncate">{truncate(` ${chosen?.problem.title ?? ""}`, width)}</Text>
    </Box>
  );
}

const unchosen = (list: List<Deadline>): List<Deadline> => ({
  ...list,
  visible: list.visible.map((row) => ({ ...row, chosen: false })),
});
