/**
 * An inspection as drafts of one group: the entry, and a problem for each item that failed. The
 * words of the items are copied: the profile may put them differently one day.
 */
import type { CheckedItem } from "../../shared/ledger/entries.ts";
import type { Position } from "../../shared/ledger/positions.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { EntryId, type KindId, nameOf, ProblemId } from "../../shared/words/ids.ts";
import type { Draft } from "./drafting.ts";

export interface InspectionDraft {
  readonly kind: KindId;
  readonly on: LocalDate;
  readonly title: string;
  readonly position: Position;
  readonly items: readonly CheckedItem[];
  readonly note?: string;
  /** The title of the problem that a failed item raises. */
  readonly problemTitle: (item: CheckedItem) => string;
}

export function draftInspection(draft: InspectionDraft): Draft[] {
  const { kind, on, title, position, items, note, problemTitle } = draft;
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
  const problems = items
    .filter(({ passed }) => !passed)
    .map(
      (item): Draft =>
        (operation) => ({
          type: "problem-raised",
          problem: {
            id: ProblemId.parse(nameOf(operation)),
            title: problemTitle(item),
            on,
            level: "ordinary",
            position: position.id,
            category: position.category,
            item: item.item,
            ...(position.unit ? { unit: position.unit } : {}),
            ...(item.note ? { note: item.note } : {}),
            ...(inspection ? { inspection } : {}),
          },
        }),
    );
  return [entry, ...problems];
}
