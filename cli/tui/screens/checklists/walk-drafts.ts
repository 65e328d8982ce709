/** A walk as drafts of one group: an inspection for each position, with the problems it found. */
import type { CheckedItem } from "../../../../shared/ledger/entries.ts";
import type { Position } from "../../../../shared/ledger/positions.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { draftInspection } from "../../../workstation/inspection.ts";
import type { Stop, Walk } from "./walk.ts";

/** What a failed item is called until somebody says it better. */
export const problemTitle = (
  { say }: Wording,
  { name }: Position,
  { text }: { readonly text: string },
): string => say("inspect.problem-title", { position: name, item: text });

export function draftWalk({ stops, kind, on }: Walk, wording: Wording): Draft[] {
  return stops.flatMap(({ position, items, findings }) => {
    const checked = items.map(({ id, text }): CheckedItem => {
      const found = findings.get(id) ?? { passed: true };
      const note = found.passed ? "" : found.note;
      return { item: id, text, passed: found.passed, ...(note ? { note } : {}) };
    });
    return draftInspection({
      kind,
      on,
      title: wording.say("inspect.default-title", { position: position.name }),
      position,
      items: checked,
      problemOf: (item) => {
        const found = findings.get(item.item);
        const isFailed = found !== undefined && !found.passed;
        return isFailed ? found.problem : { title: problemTitle(wording, position, item) };
      },
    });
  });
}

export const failedIn = ({ findings }: Stop): number =>
  [...findings.values()].filter(({ passed }) => !passed).length;
