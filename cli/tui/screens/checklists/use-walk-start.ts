/**
 * Beginning a walk, at the positions that can be inspected, with the answers that were left the
 * last time. Those are read when the screen opens, so that the first key finds the walk there.
 */
import { useState } from "react";
import { isActive as isInUse, type Position } from "../../../../shared/ledger/positions.ts";
import {
  type InspectionDrafts,
  openInspectionDrafts,
} from "../../../workstation/inspection-drafts.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad } from "../../use-submit.ts";
import type { BegunWalk } from "./use-walk.ts";
import { beginWalk } from "./walk-start.ts";

export function useWalkStart(
  onNotice: ScreenProps["onNotice"],
  onBegun: (walk: BegunWalk) => void,
): (positions: readonly Position[], allPassed: boolean) => void {
  const { wording } = useOffice();
  const { say } = wording;
  const { profile, today } = useLedger();
  const withDrafts = useInspectionDrafts();

  return (positions, allPassed) => {
    const [first, ...rest] = positions.filter((position) => isInUse(position, today));
    if (!first) return onNotice(bad(say("checklist.nothing-to-inspect")));
    if (!profile.kinds.some((kind) => kind.inspects && !kind.retired)) {
      return onNotice(bad(say("inspect.no-kind")));
    }
    withDrafts((drafts) => {
      const start = { positions: [first, ...rest], allPassed } as const;
      const { walk, left } = beginWalk(start, drafts, profile, today);
      onBegun({ begun: walk, allPassed, drafts });
      if (left === 0) return;
      onNotice({ text: say("walk.resumed", { count: left, day: walk.on }), tone: "quiet" });
    });
  };
}

/** @returns runs what needs the drafts: at once as a rule, else as soon as they are read */
function useInspectionDrafts(): (use: (drafts: InspectionDrafts) => void) => void {
  const { folder, workstation } = useOffice();
  const [{ reading, known }] = useState(() => {
    const opened: { drafts?: InspectionDrafts } = {};
    const opening = openInspectionDrafts(folder, workstation.id);
    void opening.then((drafts) => {
      opened.drafts = drafts;
    });
    return { reading: opening, known: opened };
  });
  return (use) => (known.drafts ? use(known.drafts) : void reading.then(use));
}
