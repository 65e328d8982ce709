/** The overview as plain text: tallies in columns, then what is due, then what was written last. */
import type { Profile } from "../../shared/profile/profile.ts";
import type { Overview } from "../../shared/tally/overview.ts";
import type { Wording } from "../wording/wording.ts";
import { columns, type Row } from "./columns.ts";
import { dueSections } from "./due.ts";

const newestShown = 5;

export function boardLines(wording: Wording, profile: Profile, overview: Overview): string[] {
  const { say } = wording;
  const { rows, newest, period } = overview;
  const heads: Row = [
    say("tally.head.label"),
    say("board.now"),
    say("tally.head.target"),
    say("board.months"),
  ];
  const tallies = rows.map(({ tally: { value, target, indicator }, months }): Row => {
    const { label, unit } = indicator;
    const now = value === null ? say("tally.no-answer") : `${value}${unit}`;
    return [label, now, target === undefined ? "" : `${target}${unit}`, months.join(" ")];
  });
  const due = dueSections(wording, overview);
  const kind = (id: string) => profile.kinds.find((one) => one.id === id)?.label ?? id;
  return [
    `${profile.office.name}  ${period.id}`,
    "",
    ...columns([heads, ...tallies]),
    "",
    ...(due.length === 0 ? [say("board.nothing-due")] : []),
    ...due.flatMap(({ title, lines }) => [
      title,
      ...columns(lines.map(({ when, what }) => ["", when, what].slice(when === "" ? 1 : 0))),
    ]),
    "",
    say("board.newest"),
    ...(newest.length === 0 ? [say("board.none")] : []),
    ...columns(
      newest.slice(0, newestShown).map(({ on, kind: id, title }) => ["", on, kind(id), title]),
    ),
  ];
}
