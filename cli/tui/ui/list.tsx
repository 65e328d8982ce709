/** The visible rows of a list, one line each. */
import { Box, type DOMElement, Text } from "ink";
import { useRef } from "react";
import { signs, theme } from "./theme.ts";
import type { List } from "./use-list.ts";
import { type MouseDoes, useMouse } from "./use-mouse.ts";
import { padTo } from "./width.ts";

export interface Line {
  readonly text: string;
  readonly color?: string | undefined;
  readonly heading?: boolean;
}

/** A turn of the wheel moves so many rows. */
const wheelRows = 3;

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
  const box = useRef<DOMElement>(null);
  useMouse(box, ({ type, by, y }: MouseDoes) => {
    const row = list.visible[y];
    if (type === "wheel") list.moveBy(by * wheelRows);
    else if (type === "press" && row) list.choose(row.at);
  });
  return (
    <Box flexDirection="column" ref={box}>
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
