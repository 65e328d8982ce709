/** A row of the positions as one line: what it is, whether it was inspected, until when it is due. */
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Line } from "../../ui/list.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { padTo } from "../../ui/width.ts";
import type { ChecklistRow, Grouping, GroupRow, PositionRow } from "./rows.ts";

export interface LineContext {
  readonly wording: Wording;
  readonly profile: Profile;
  readonly grouping: Grouping;
  readonly marked: ReadonlySet<string>;
  readonly width: number;
}

/** Before the name: the list's own sign, that it is marked, whether it was inspected. */
const before = 6;
const gap = 2;
/** The state is what the row is for: it is never cut off. */
const stateCells = { zh: 15, en: 17 } as const;
/** Narrower lists leave out where a position belongs. */
const belongsFrom = 72;
const belongsCells = 14;
const dayCells = 5;

export function lineOf(context: LineContext, row: ChecklistRow): Line {
  return row.type === "group" ? groupLine(context, row) : positionLine(context, row);
}

function groupLine({ wording: { say } }: LineContext, row: GroupRow): Line {
  const { label, count, inspected, overdue, category, folded } = row;
  const parts = [
    `${label}  ${say("checklist.inspected", { inspected, count })}`,
    overdue > 0 ? say("checklist.overdue-count", { count: overdue }) : "",
    category ? say(`checklist.every.${category.inspected}`) : "",
  ];
  const text = `${folded ? signs.folded : signs.unfolded} ${parts.filter(Boolean).join("  ")}`;
  return { text: folded ? `${text}  ${say("checklist.folded")}` : text, heading: true };
}

function positionLine(context: LineContext, row: PositionRow): Line {
  const { wording, marked, width } = context;
  const { position, inspected, overdue, retired } = row;
  const room = width - before - gap - dayCells - gap - stateCells[wording.language];
  const belongs = width < belongsFrom ? 0 : belongsCells;
  const name = belongs > 0 ? room - belongs - gap : room;
  const columns = [
    padTo(position.name, name),
    ...(belongs > 0 ? [padTo(belongsTo(context, row), belongs)] : []),
    padTo(inspected?.on.slice(5) ?? "", dayCells),
    stateOf(wording, row),
  ];
  const sign = retired ? signs.dot : inspected ? signs.passed : signs.open;
  const chosen = marked.has(position.id) ? signs.marked : " ";
  const tone = retired
    ? theme.quiet
    : overdue > 0
      ? theme.bad
      : row.due === undefined
        ? theme.good
        : undefined;
  return { text: `${chosen} ${sign} ${columns.join(" ".repeat(gap))}`.trimEnd(), color: tone };
}

/** Where it stands, beside the heads: its unit under a category, its category under a unit. */
function belongsTo(
  { profile, grouping, wording }: LineContext,
  { position, category }: PositionRow,
) {
  if (grouping === "unit") return category.label;
  const unit = profile.units.find(({ id }) => id === position.unit);
  return unit?.label ?? wording.say("tally.self");
}

function stateOf({ say }: Wording, { overdue, due, last }: PositionRow): string {
  if (last) return say("checklist.retired", { day: last });
  if (overdue > 0) return say("problem.overdue", { days: overdue });
  return due === undefined ? say("checklist.done") : say("checklist.due", { day: due.slice(5) });
}

/** Read aloud: in words what signs and columns say to those who see them. */
export function spokenLine(context: LineContext, row: ChecklistRow): Line {
  if (row.type === "group") return lineOf(context, row);
  const { wording, marked } = context;
  const { position, inspected } = row;
  const words = [
    marked.has(position.id) ? wording.say("checklist.is-marked") : "",
    position.name,
    belongsTo(context, row),
    stateOf(wording, row),
    inspected ? wording.say("checklist.last", { day: inspected.on }) : "",
  ];
  return { text: words.filter(Boolean).join("  ") };
}
