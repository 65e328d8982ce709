/**
 * An inspection as drafts of one group: the entry, and a problem for each item that failed, with
 * the order to rectify it where somebody is told to. The words of the items are copied: the
 * profile may put them differently one day.
 */
import type { CheckedItem } from "../../shared/ledger/entries.ts";
import type { Position } from "../../shared/ledger/positions.ts";
import type { NewProblem } from "../../shared/ledger/problems.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { EntryId, type KindId, type MemberId, nameOf, ProblemId } from "../../shared/words/ids.ts";
import type { Draft } from "./drafting.ts";

/** What a failed item is raised as. */
export interface FoundProblem {
  readonly title: string;
  readonly level?: NewProblem["level"];
  readonly assignment?: { readonly owner: MemberId; readonly deadline: LocalDate };
}

export interface InspectionDraft {
  readonly kind: KindId;
  readonly on: LocalDate;
  readonly title: string;
  readonly position: Position;
  readonly items: readonly CheckedItem[];
  readonly note?: string;
  readonly problemOf: (item: CheckedItem) => FoundProblem;
}

export function draftInspection(draft: InspectionDraft): Draft[] {
  const { kind, on, title, position, items, note, problemOf } = draft;
  let inspection: EntryId | undefined;
  const entry: Draft = (operation) => {
    inspection = EntryId.parse(nameOf(operation));
    return {
      type: "entry-logged",
      entry: {
        id: inspection,
        kind,
        on,
        title,
        quantity: 1,
        units: position.unit ? [position.unit] : [],
        marks: [],
        ...(note ? { note } : {}),
        inspection: { position: position.id, items: [...items] },
      },
    };
  };
  return [entry, ...items.filter(({ passed }) => !passed).flatMap(draftProblem)];

  function draftProblem(item: CheckedItem): Draft[] {
    const { level = "ordinary", assignment, ...found } = problemOf(item);
    let problem: ProblemId | undefined;
    const raised: Draft = (operation) => {
      problem = ProblemId.parse(nameOf(operation));
      return {
        type: "problem-raised",
        problem: {
          id: problem,
          title: found.title,
          on,
          level,
          position: position.id,
          category: position.category,
          item: item.item,
          ...(position.unit ? { unit: position.unit } : {}),
          ...(item.note ? { note: item.note } : {}),
          ...(inspection ? { inspection } : {}),
        },
      };
    };
    if (!assignment) return [raised];
    const assigned: Draft = () => ({
      type: "problem-assigned",
      problem: problem as ProblemId, // drafts are made in their order
      on,
      ...assignment,
    });
    return [raised, assigned];
  }
}
