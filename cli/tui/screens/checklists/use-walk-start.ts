/**
 * Beginning a walk, at the positions that can be inspected, with the answers that were left the
 * last time. Those are read when the screen opens, so that the first key finds the walk there.
 */
import { useState } from "react";
import { isActive as isInUse, type Position } from "../../../../shared/ledger/positions.ts";
import { openInspectionDrafts } from "../../../workstation/inspection-drafts.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad } from "../../use-submit.ts";
import type { BegunWalk } from "./use-walk.ts";
import { beginWalk } from "./walk-start.ts";

export function useWalkStart(
  onNotice: ScreenProps["onNotice"],
  onBegun: (walk: BegunWalk) => void,
): (positions: readonly Position[], allPassed: boolean) => void {
  const { wording, folder, workstation } = useOffice();
  const { say } = wording;
  const { profile, today } = useLedger();
  const [drafts] = useState(() => openInspectionDrafts(folder, workstation.id));

  return (positions, allPassed) => {
    const [first, ...rest] = positions.filter((position) => isInUse(position, today));
    if (!first) return onNotice(bad(say("checklist.nothing-to-inspect")));
    if (!profile.kinds.some((kind) => kind.inspects && !kind.retired)) {
      return onNotice(bad(say("inspect.no-kind")));
    }
    const start = { positions: [first, ...rest], allPassed } as const;
    const { walk, left } = beginWalk(start, drafts, profile, today);
    onBegun({ begun: walk, allPassed, drafts });
    if (left === 0) return;
    onNotice({ text: say("walk.resumed", { count: left, day: walk.on }), tone: "quiet" });
  };
}
