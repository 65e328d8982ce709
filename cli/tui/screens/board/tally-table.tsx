/** The tallies as a ruled table: where there is room for all of them, and where they are read aloud. */
import type { OverviewRow } from "../../../../shared/tally/overview.ts";
import { useOffice } from "../../office-context.tsx";
import { progressBar, sparkline } from "../../ui/bars.ts";
import { usePlain } from "../../ui/plain.ts";
import { Table } from "../../ui/table.tsx";
import { truncate } from "../../ui/width.ts";
import { nowOf, targetOf } from "./line.ts";

/** Beside the label: value, months, bar, target, and the rules and blanks between them. */
const beside = 46;

export function TallyTable({
  rows,
  chosen,
  width,
}: {
  readonly rows: readonly OverviewRow[];
  readonly chosen: number;
  readonly width: number;
}) {
  const { wording } = useOffice();
  const isPlain = usePlain();
  const { say } = wording;
  const columns = [
    say("tally.head.label"),
    say("board.now"),
    say("board.months"),
    say("board.progress"),
    say("tally.head.target"),
  ];
  const cells = (row: OverviewRow): string[] => {
    const { indicator, value } = row.tally;
    const { target } = indicator;
    return [
      truncate(indicator.label, Math.max(10, width - beside)),
      nowOf(wording, row),
      isPlain ? row.months.join(" ") : sparkline(row.months),
      target === undefined || isPlain ? "" : progressBar(value ?? 0, target, 8),
      targetOf(wording, row),
    ];
  };
  return <Table columns={columns} rows={rows.map(cells)} chosen={chosen} width={width} />;
}
