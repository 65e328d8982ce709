/** Everything there is to say of one position: its data, its last inspections, its open problems. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { isActive, type Position } from "../../../../shared/ledger/positions.ts";
import { statusOf } from "../../../../shared/ledger/problems.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import { deadlineOf } from "../../../../shared/tally/deadlines.ts";
import { inspectionsOf } from "../../../../shared/tally/inspections.ts";
import { addDays, type LocalDate } from "../../../../shared/words/dates.ts";
import { openProblemsOf } from "../../../reading/raised.ts";
import { type DetailContext, type DetailLine, teller } from "../../detail/lines.ts";
import type { History } from "../../detail/use-history.ts";
import { signs } from "../../ui/theme.ts";

const shownFields = ["name", "category", "unit", "quantity", "place", "owner", "note"] as const;

/** So far back are inspections looked for, and so many of them told. */
const daysBack = 730;
const inspectionsTold = 5;

export interface PositionContext extends DetailContext {
  readonly profile: Profile;
  readonly today: LocalDate;
}

export function positionLines(
  position: Position,
  history: History,
  context: PositionContext,
  width: number,
): DetailLine[] {
  const { wording, ledger, profile, today } = context;
  const { say } = wording;
  const tell = teller(context, [...shownFields, "opened"], width);
  const fields: Readonly<Record<string, unknown>> = position;
  const category = profile.categories.find(({ id }) => id === position.category);
  const own = shownFields.flatMap((field) => {
    if (fields[field] === undefined) return [];
    const text = tell.value(field, fields[field]);
    return tell.row(tell.label(field), field === "quantity" ? text + (category?.unit ?? "") : text);
  });
  const spans = position.spans.flatMap(({ from, to }, at) =>
    tell.row(at === 0 ? tell.label("opened") : "", `${from} – ${to ?? ""}`.trim()),
  );
  const use = isActive(position, today) ? say("position.in-use") : say("checklist.not-in-use");
  const every = category ? `  ${say(`checklist.every.${category.inspected}`)}` : "";
  const days = { from: addDays(today, -daysBack), to: today };
  const inspections = inspectionsOf(ledger, position.id, days).slice(0, inspectionsTold);
  const problems = openProblemsOf(ledger, position.id);
  return [
    ...own,
    ...spans,
    ...tell.row(say("field.status"), use + every),
    ...tell.origin(position.id, position),
    ...tell.conflicts(position),
    { text: "" },
    { text: say("checklist.inspections"), tone: "head" },
    ...(inspections.length === 0
      ? tell.below(say("checklist.no-inspections"), "quiet")
      : inspections.flatMap((entry) => tell.below(inspectionWords(entry)))),
    { text: "" },
    { text: say("checklist.open-problems"), tone: "head" },
    ...(problems.length === 0
      ? tell.below(say("checklist.no-problems"), "quiet")
      : problems.flatMap((problem) => {
          const { overdue } = deadlineOf(problem, today);
          const late = overdue > 0 ? `  ${say("problem.overdue", { days: overdue })}` : "";
          const text = `${say(`status.${statusOf(problem)}`)}  ${problem.title}${late}`;
          return tell.below(text, overdue > 0 ? "bad" : undefined);
        })),
    ...tell.history(history),
  ];

  /** Its day, who went there, and what was found. */
  function inspectionWords({ on, trail, inspection }: Entry): string {
    const items = inspection?.items ?? [];
    const failed = items.filter(({ passed }) => !passed);
    const found =
      failed.length === 0
        ? `${signs.passed} ${say("walk.nothing-found")}`
        : `${signs.failed} ${say("walk.problem", { item: failed.map(({ text }) => text).join("、") })}`;
    return `${on}  ${tell.value("by", trail.by)}  ${found}`;
  }
}
