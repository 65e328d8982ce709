/** A table with rules, drawn by ink-table; it is given the visible rows only. */
import { Text } from "ink";
import inkTable from "ink-table";
import type { ComponentType, ReactNode } from "react";
import { fromCells, toCells } from "./cell-width.ts";
import { signs, theme } from "./theme.ts";

export interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The row that is chosen: a sign stands before it. */
  readonly chosen?: number;
}

interface InkTableProps {
  readonly data: readonly Readonly<Record<string, string>>[];
  readonly columns: readonly string[];
  readonly padding: number;
  readonly header: ComponentType<{ readonly children?: ReactNode }>;
  readonly cell: ComponentType<{ readonly children?: ReactNode }>;
}
// Its published types name a JSX namespace that React 19 no longer has.
const InkTable = inkTable.default as unknown as ComponentType<InkTableProps>;

const Header = ({ children }: { readonly children?: ReactNode }) => (
  <Text bold color={theme.accent}>
    {fromCells(String(children))}
  </Text>
);

const Cell = ({ children }: { readonly children?: ReactNode }) => (
  <Text>{fromCells(String(children))}</Text>
);

export function Table({ columns, rows, chosen }: TableProps) {
  const titles = columns.map((title, at) => toCells(at === 0 ? `  ${title}` : title));
  const data = rows.map((row, at) => {
    const sign = at === chosen ? signs.chosen : " ";
    const cells = titles.map((title, index) => {
      const text = row[index] ?? "";
      return [title, toCells(index === 0 ? `${sign} ${text}` : text)];
    });
    return Object.fromEntries(cells) as Record<string, string>;
  });
  return <InkTable data={data} columns={titles} padding={1} header={Header} cell={Cell} />;
}

/** So many rows fit into so many lines: three lines of rules and heads, then two a row. */
export const rowsThatFit = (lines: number): number => Math.max(1, Math.floor((lines - 3) / 2));
