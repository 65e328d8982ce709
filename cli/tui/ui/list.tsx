/** The visible rows of a list, one line each. */
import { Box, Text } from "ink";
import { signs, theme } from "./theme.ts";
import type { List } from "./use-list.ts";
import { padTo } from "./width.ts";

export interface Line {
  readonly text: string;
  readonly color?: string | undefined;
  readonly heading?: boolean;
}

export function ListView<Row>({
  list,
  width,
  line,
  rowKey,
}: {
  readonly list: List<Row>;
  readonly width: number;
  readonly line: (row: Row) => Line;
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <Box flexDirection="column">
      {list.visible.map(({ row, chosen }) => {
        const { text, color, heading } = line(row);
        const sign = chosen ? signs.chosen : " ";
        return (
          <Text
            key={rowKey(row)}
            wrap="truncate"
            bold={chosen || heading === true}
            {...(chosen ? { color: theme.accent } : color ? { color } : {})}
          >
            {padTo(`${sign} ${text}`, width)}
          </Text>
        );
      })}
    </Box>
  );
}
