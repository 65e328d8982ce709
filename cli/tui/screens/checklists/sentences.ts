/** The lines around the positions: what is shown, and which keys help with the chosen row. */
import type { Period } from "../../../../shared/words/period.ts";
import type { Wording } from "../../../wording/wording.ts";
import { tellingHints, typingHints } from "../../common-hints.ts";
import type { Hint } from "../../hint-line.tsx";
import { type ChecklistDoes, checklistKeys } from "./keys.ts";
import type { ChecklistRow, Grouping, PositionRow } from "./rows.ts";

export interface Said {
  readonly wording: Wording;
  readonly period: Period;
  readonly grouping: Grouping;
  readonly all: readonly PositionRow[];
  readonly marked: ReadonlySet<string>;
  readonly query: string;
}

export function statusLine({ wording, period, grouping, all, marked, query }: Said): string {
  const { say } = wording;
  const inUse = all.filter(({ retired }) => !retired);
  const inspected = inUse.filter((row) => row.inspected).length;
  const overdue = inUse.filter((row) => row.overdue > 0).length;
  return [
    marked.size > 0 ? say("checklist.marked", { count: marked.size }) : "",
    query.trim() === "" ? "" : say("ledger.filtered", { query: query.trim() }),
    period.id,
    say("checklist.inspected", { inspected, count: inUse.length }),
    overdue > 0 ? say("checklist.overdue-count", { count: overdue }) : "",
    say(`checklist.by.${grouping}`),
  ]
    .filter(Boolean)
    .join("  ·  ");
}

interface Where {
  readonly isMarked: boolean; // some are: Enter and a are about them
  readonly isTyped: boolean;
  readonly isBeside: boolean;
  readonly isDetail: boolean;
}

export function hintsFor(chosen: ChecklistRow | undefined, where: Where): readonly Hint[] {
  if (where.isTyped) return typingHints;
  const named = (wanted: readonly ChecklistDoes[]) =>
    wanted.flatMap((does) => checklistKeys.filter((key) => key.does === does));
  if (chosen === undefined) return named(["open", "filter", "retired"]);
  if (chosen.type === "group") {
    const fold: Hint = {
      keys: "Enter",
      says: chosen.folded ? "checklist.key.unfold" : "checklist.key.fold",
    };
    const first = where.isMarked ? named(["inspect", "all-passed"]) : [fold];
    return [...first, ...named(["mark", "fold-all", "group", "filter", "open", "retired"])];
  }
  const { retired, last } = chosen;
  return [
    ...(where.isDetail ? tellingHints : []),
    ...named([
      ...(retired ? [] : (["inspect", "all-passed", "mark"] as const)),
      ...(where.isBeside || where.isDetail ? [] : (["detail"] as const)),
      "filter",
      "group",
      "problems",
      "amend",
      last === undefined ? "retire" : "reopen",
      "open",
      "last-inspection",
      "retired",
      "fold",
      "fold-all",
    ]),
  ];
}
