/** A problem as one line of the list, or of its column: how long it has time, what it is. */

import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { findAssignment } from "../../../../shared/ledger/problems.ts";
import type { Deadline } from "../../../../shared/tally/deadlines.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Line } from "../../ui/list.tsx";
import { theme } from "../../ui/theme.ts";
import { padTo } from "../../ui/width.ts";

export interface LineContext {
  readonly wording: Wording;
  readonly ledger: Ledger;
  readonly width: number;
}

/** The list's own sign stands before the line. */
const before = 2;
const gap = 2;
const cells = { zh: { until: 12, status: 6 }, en: { until: 17, status: 15 } } as const;
/** Narrower lists do not say who rectifies it. */
const ownerFrom = 76;
const ownerCells = 8;

export function lineOf(context: LineContext, row: Deadline): Line {
  const { wording, ledger, width } = context;
  const { problem, status } = row;
  const { until, status: statusCells } = cells[wording.language];
  const hasOwner = width >= ownerFrom;
  const assignment = findAssignment(problem);
  const owner = assignment ? (ledger.members.get(assignment.owner)?.name ?? "") : "";
  const columns = [
    padTo(untilWords(wording, row), until),
    padTo(
      problem.title,
      width - before - until - gap - statusCells - gap - (hasOwner ? ownerCells + gap : 0),
    ),
    padTo(wording.say(`status.${status}`), statusCells),
    ...(hasOwner ? [owner] : []),
  ];
  return { text: columns.join(" ".repeat(gap)).trimEnd(), color: toneOf(row) };
}

const toneOf = ({ overdue, status }: Deadline): string | undefined => {
  if (overdue > 0) return theme.bad;
  if (status === "closed") return theme.quiet;
  return status === "rectified" ? theme.good : undefined;
};

function untilWords({ say }: Wording, { overdue, deadline, status }: Deadline): string {
  if (overdue > 0) return say("problem.overdue", { days: overdue });
  return status === "being-rectified" ? (deadline ?? "") : "";
}

const shortCells = 9;

/** In a column its status need not be said. */
export function columnLine({ wording, width }: LineContext, row: Deadline): Line {
  const { problem, overdue, deadline, status } = row;
  const short =
    overdue > 0
      ? wording.say("problem.overdue-short", { days: overdue })
      : status === "being-rectified"
        ? (deadline?.slice(5) ?? "")
        : "";
  const title = padTo(problem.title, width - before - 1 - (short ? shortCells + 1 : 0));
  return { text: `${title} ${short}`.trimEnd(), color: toneOf(row) };
}
