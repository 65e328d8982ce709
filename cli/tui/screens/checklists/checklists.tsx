import { Box } from "ink";
import { useState } from "react";
import type { Position } from "../../../../shared/ledger/positions.ts";
import type { Wording } from "../../../wording/wording.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { InspectionForm } from "./inspection-form.tsx";
import { type ChecklistRow, useChecklists } from "./use-checklists.ts";

/** What there is to walk through, and what was inspected in the period. Enter inspects one. */
export function Checklists(props: ScreenProps) {
  const { period, width, height, isActive } = props;
  const { wording } = useOffice();
  const rows = useChecklists(period);
  const [inspecting, setInspecting] = useState<Position>();
  const list = useList(rows, height, isActive && !inspecting);
  useKeys(
    (_, key) => {
      const chosen = list.now();
      if (key.return && chosen?.type === "position") setInspecting(chosen.position);
    },
    { isActive: isActive && !inspecting },
  );
  if (inspecting) {
    return (
      <InspectionForm {...props} position={inspecting} onDone={() => setInspecting(undefined)} />
    );
  }
  if (rows.length === 0) return <Text color={theme.quiet}>{wording.say("position.empty")}</Text>;
  return (
    <Box flexDirection="column" height={height}>
      <ListView
        list={list}
        width={width}
        rowKey={(row) => (row.type === "category" ? row.category.id : row.position.id)}
        line={(row) => lineOf(wording, row)}
      />
    </Box>
  );
}

function lineOf({ say }: Wording, row: ChecklistRow) {
  if (row.type === "category") {
    const { category, inspected, count } = row;
    return { text: `${category.label}  ${inspected}/${count}`, heading: true };
  }
  const { position, inspected, overdue } = row;
  const late = overdue > 0 ? `  ${say("problem.overdue", { days: overdue })}` : "";
  const sign = inspected ? signs.passed : signs.open;
  return {
    text: `  ${sign} ${position.name}  ${inspected?.on ?? ""}${late}`,
    color: overdue > 0 ? theme.bad : inspected ? theme.good : undefined,
  };
}
