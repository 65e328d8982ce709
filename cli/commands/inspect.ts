/** `inspect`: through a position's check items; every item passes but those that are named. */
import type { CheckedItem } from "../../shared/ledger/entries.ts";
import type { CheckItem } from "../../shared/profile/profile.ts";
import { WrongUse } from "../failure.ts";
import { readDate } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import { draftInspection } from "../workstation/inspection.ts";
import { findPosition } from "./positions.ts";
import { submit } from "./submitted.ts";

export interface InspectOptions {
  readonly fail?: readonly string[];
  readonly date?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly note?: string;
}

export async function inspect(session: Session, name: string, options: InspectOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const position = await findPosition(session, ledger, name);
  const inspecting = profile.kinds.filter(({ inspects, retired }) => inspects && !retired);
  const kind = options.kind
    ? await findNamed(wording, "word.kind", inspecting, options.kind)
    : inspecting[0];
  if (!kind) throw new WrongUse("inspect.no-kind");
  const category = profile.categories.find(({ id }) => id === position.category);
  const items = await checkItems(session, category?.items ?? [], options.fail ?? []);
  const on = readDate(options.date, today);
  const problemTitle = ({ text, note }: CheckedItem) =>
    note
      ? wording.say("inspect.problem-title-noted", { position: position.name, note })
      : wording.say("inspect.problem-title", { position: position.name, item: text });
  const drafts = draftInspection({
    kind: kind.id,
    on,
    title: options.title ?? wording.say("inspect.default-title", { position: position.name }),
    position,
    items,
    ...(options.note ? { note: options.note } : {}),
    problemOf: (item) => ({ title: problemTitle(item) }),
  });
  const [id = "", ...problems] = await submit(session, drafts, { saw: ledger.seq });
  const failed = items.filter(({ passed }) => !passed);
  out.result({ id, position: position.id, on, items, problems }, () => [
    wording.say("inspect.done", {
      id,
      position: position.name,
      passed: items.length - failed.length,
      failed: failed.length,
    }),
    ...failed.map((item, at) =>
      wording.say("inspect.problem", { id: problems[at] ?? "", title: problemTitle(item) }),
    ),
  ]);
}

async function checkItems(
  { wording }: Session,
  items: readonly CheckItem[],
  failed: readonly string[],
): Promise<CheckedItem[]> {
  const notes = new Map<string, string>();
  const named = items.map(({ id, text }) => ({ id, label: text }));
  for (const one of failed) {
    const [name = "", ...note] = one.split(/[=＝]/);
    const item = await findNamed(wording, "word.check-item", named, name);
    notes.set(item.id, note.join("="));
  }
  return items.map(({ id, text }) => {
    const note = notes.get(id);
    return { item: id, text, passed: note === undefined, ...(note ? { note } : {}) };
  });
}
