/**
 * A table with rules, drawn by ink-table; it is given the visible rows only. The rules go through
 * our own Text like every word, so they are ASCII where lines would be two cells wide.
 */
import { Box } from "ink";
import inkTable from "ink-table";
import { type ComponentType, memo, type ReactNode } from "react";
import { fromCells, toCells, toTitle } from "./cell-width.ts";
import { numbered, spoken, usePlain } from "./plain.ts";
import { Text } from "./text.tsx";
import { signs, theme } from "./theme.ts";
import { truncate, widthOf } from "./width.ts";

export interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The row that is chosen: a sign stands before it. */
  readonly chosen?: number;
  /** No row is longer: the widest columns give way. */
  readonly width?: number;
}

interface InkTableProps {
  readonly data: readonly Readonly<Record<string, string>>[];
  readonly columns: readonly string[];
  readonly padding: number;
  readonly header: ComponentType<Children>;
  readonly cell: ComponentType<Children>;
  readonly skeleton: ComponentType<Children>;
}
interface Children {
  readonly children?: ReactNode;
}
// Its published types name a JSX namespace that React 19 no longer has.
const InkTable = inkTable.default as unknown as ComponentType<InkTableProps>;

const Header = ({ children }: Children) => (
  <Text bold color={theme.accent}>
    {fromCells(String(children))}
  </Text>
);
const Cell = memo(({ children }: Children) => <Text>{fromCells(String(children))}</Text>);
const Skeleton = memo(({ children }: Children) => <Text color={theme.quiet}>{children}</Text>);

/** Beside the words of a column: a blank on either side and a rule; one rule more at the end. */
const besideColumn = 3;
const narrowest = 4;

/** How many cells each column gets, so that all fit. */
function fitColumns(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  const room = width - besideColumn * widths.length - 1;
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    const most = Math.max(...widths);
    if (most <= narrowest) break;
    const next = Math.max(narrowest, ...widths.filter((one) => one < most));
    const less = Math.min(over, Math.max(1, most - next));
    widths[widths.indexOf(most)] = most - less;
    over -= less;
  }
  return widths;
}

export function Table(props: TableProps) {
  return usePlain() ? <PlainTable {...props} /> : <RuledTable {...props} />;
}

const PlainTable = ({ columns, rows, chosen }: TableProps) => (
  <Box flexDirection="column">
    {rows.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place.
      <Text key={at}>{numbered(at, at === chosen, spoken(columns, row))}</Text>
    ))}
  </Box>
);

function RuledTable({ columns, rows, chosen, width = Number.POSITIVE_INFINITY }: TableProps) {
  const signed = rows.map((row, at) =>
    columns.map((_, index) => {
      const text = row[index] ?? "";
      return index === 0 ? `${at === chosen ? signs.chosen : " "} ${text}` : text;
    }),
  );
  const heads = columns.map((title, at) => (at === 0 ? `  ${title}` : title));
  const wanted = heads.map((head, at) =>
    Math.max(widthOf(head), ...signed.map((row) => widthOf(row[at] ?? ""))),
  );
  const widths = fitColumns(wanted, width);
  const cut = (text: string, at: number) => toCells(truncate(text, widths[at] ?? 0));
  const titles: string[] = [];
  for (const [at, head] of heads.entries()) titles.push(unlike(titles, toTitle(cut(head, at))));
  const data = signed.map(
    (row) =>
      Object.fromEntries(titles.map((title, at) => [title, cut(row[at] ?? "", at)])) as Record<
        string,
        string
      >,
  );
  return (
    <InkTable
      data={data}
      columns={titles}
      padding={1}
      header={Header}
      cell={Cell}
      skeleton={Skeleton}
    />
  );
}

/** Columns are told apart by their titles as they are drawn: a second of one name has a blank more. */
const unlike = (before: readonly string[], title: string): string =>
  before.includes(title) ? unlike(before, `${title} `) : title;

/** So many rows fit into so many lines: three lines of rules and heads, then two a row. */
export const rowsThatFit = (lines: number): number => Math.max(1, Math.floor((lines - 3) / 2));
