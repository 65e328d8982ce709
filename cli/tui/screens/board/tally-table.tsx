/** The tallies as a ruled table: where there is room for all of them, and where they are read aloud. */
import type { Wording } from "../../../wording/wording.ts";
import { progressBar, sparkline } from "../../ui/bars.ts";
import { usePlain } from "../../ui/plain.ts";
import { Table } from "../../ui/table.tsx";
import { truncate } from "../../ui/width.ts";
import { nowOf, type TallyShown } from "./line.ts";

/** Beside the label: value, months, bar, target, and the rules and blanks between them. */
const beside = 46;

export function TallyTable({
  wording,
  rows,
  chosen,
  width,
}: {
  readonly wording: Wording;
  readonly rows: readonly TallyShown[];
  readonly chosen: number;
  readonly width: number;
}) {
  const isPlain = usePlain();
  const { say } = wording;
  const columns = [
    say("tally.head.label"),
    say("board.now"),
    say("board.months"),
    say("board.progress"),
    say("tally.head.target"),
  ];
  const cells = (row: TallyShown): string[] => {
    const { label, value, target, unit } = row;
    return [
      truncate(label, Math.max(10, width - beside)),
      nowOf(wording, row),
      isPlain ? row.months.join(" ") : sparkline(row.months),
      target === undefined || isPlain ? "" : progressBar(value ?? 0, target, 8),
      target === undefined ? "" : `${target}${unit}`, // the head says that it is one
    ];
  };
  return <Table columns={columns} rows={rows.map(cells)} chosen={chosen} width={width} />;
}
