/**
 * The visible rows of a list, one line each. A row that looks as before is not drawn again, so a
 * key costs the two rows between which the choice moved. Rows end where their text ends: blanks
 * behind it would be composed, cell by cell, at every frame.
 */
import { Box, type DOMElement } from "ink";
import { memo, useRef } from "react";
import { numbered, told, usePlain } from "./plain.ts";
import { Text } from "./text.tsx";
import { signs, theme } from "./theme.ts";
import type { List, SeenList } from "./use-list.ts";
import { type MouseDoes, useMouse } from "./use-mouse.ts";
import { truncate } from "./width.ts";

export interface Line {
  readonly text: string;
  readonly color?: string | undefined;
  readonly heading?: boolean;
}

/** A turn of the wheel moves so many rows. */
const wheelRows = 3;

export interface ListProps<Row> {
  readonly list: SeenList<Row>;
  readonly width: number;
  readonly line: (row: Row) => Line;
  readonly rowKey: (row: Row) => string;
}

export function ListView<Row>({ list, width, line, rowKey }: ListProps<Row>) {
  const box = useRef<DOMElement>(null);
  useMouse(box, ({ type, by, y }: MouseDoes) => {
    const row = list.visible[y];
    if (type === "wheel") list.moveBy(by * wheelRows);
    else if (type === "press" && row) list.choose(row.at);
  });
  if (usePlain()) return <PlainList list={list} line={line} rowKey={rowKey} />;
  return (
    <Box flexDirection="column" ref={box}>
      {list.visible.map(({ row, chosen }) => (
        <RowLine key={rowKey(row)} {...line(row)} chosen={chosen} width={width} />
      ))}
    </Box>
  );
}

/** A list read aloud: its rows numbered, and last the one that is chosen. */
export function PlainList<Row>({
  list,
  line,
  rowKey,
}: {
  readonly list: Pick<List<Row>, "visible" | "chosen" | "position" | "count">;
  readonly line: (row: Row) => Pick<Line, "text">;
  readonly rowKey: (row: Row) => string;
}) {
  const { visible, chosen, position, count } = list;
  return (
    <Box flexDirection="column">
      {visible.map(({ row, chosen: isChosen, at }) => (
        <Text key={rowKey(row)}>{numbered(at, isChosen, told(line(row).text))}</Text>
      ))}
      {chosen === undefined ? null : (
        <Text>{`${position + 1}/${count}: ${told(line(chosen).text)}`}</Text>
      )}
    </Box>
  );
}

const RowLine = memo(function RowLine({
  text,
  color = "",
  heading = false,
  chosen,
  width,
}: Line & { readonly chosen: boolean; readonly width: number }) {
  const sign = chosen ? signs.chosen : " ";
  return (
    <Text wrap="truncate" bold={chosen || heading} color={chosen ? theme.accent : color}>
      {truncate(`${sign} ${text}`, width)}
    </Text>
  );
});
