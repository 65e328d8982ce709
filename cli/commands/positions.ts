/** `position`: the venues and channels that the office answers for. */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { isActive, lastSpan, type Position } from "../../shared/ledger/positions.ts";
import { byWritten, isVoided } from "../../shared/ledger/trail.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { nameOf, PositionId } from "../../shared/words/ids.ts";
import { columns } from "../printing/columns.ts";
import { readDate, readNumber } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session, todayIn } from "../session.ts";
import { findMember } from "./amend.ts";
import { submit } from "./submitted.ts";

export interface PositionOptions {
  readonly date?: string;
  readonly unit?: string;
  readonly quantity?: string;
  readonly place?: string;
  readonly owner?: string;
  readonly note?: string;
}

export async function addPosition(
  session: Session,
  categoryName: string,
  name: string,
  options: PositionOptions,
) {
  const { wording, out } = session;
  const { connection } = await session.workstation();
  const profile = await connection.profile();
  const category = await findNamed(wording, "word.category", profile.categories, categoryName);
  const unit = options.unit && (await findNamed(wording, "word.unit", profile.units, options.unit));
  const owner = options.owner && (await findMember(session, options.owner));
  const position = {
    name,
    category: category.id,
    quantity: options.quantity === undefined ? 1 : readNumber(options.quantity),
    opened: readDate(options.date, todayIn(session, profile)),
    ...(unit && { unit: unit.id }),
    ...(owner && { owner: owner.id }),
    ...(options.place && { place: options.place }),
    ...(options.note && { note: options.note }),
  };
  const [id = ""] = await submit(session, [
    (operation) => ({
      type: "position-opened",
      position: { id: PositionId.parse(nameOf(operation)), ...position },
    }),
  ]);
  out.result({ id, ...position }, () => [wording.say("position.added", { id, name })]);
}

/** A position by its id or its name. */
export async function findPosition(
  session: Session,
  ledger: Ledger,
  name: string,
): Promise<Position> {
  const known = ledger.positions.valueSeq().filter((position) => !isVoided(position));
  const list = known.map((position) => ({ ...position, label: position.name })).toArray();
  return findNamed(session.wording, "word.position", list, name);
}

/** The newest inspection of each position. */
function lastInspections(ledger: Ledger): ReadonlyMap<PositionId, Entry> {
  const last = new Map<PositionId, Entry>();
  for (const entry of ledger.entries.byId.values()) {
    if (!entry.inspection || isVoided(entry)) continue;
    const { position } = entry.inspection;
    const before = last.get(position);
    if (!before || before.on <= entry.on) last.set(position, entry);
  }
  return last;
}

export async function listPositions(
  session: Session,
  options: { readonly category?: string; readonly all?: boolean },
) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const category =
    options.category &&
    (await findNamed(wording, "word.category", profile.categories, options.category));
  const positions = ledger.positions
    .valueSeq()
    .filter((position) => !isVoided(position))
    .filter((position) => options.all || isActive(position, today))
    .filter((position) => !category || position.category === category.id)
    .toArray()
    .sort(byWritten);
  const inspected = lastInspections(ledger);
  const status = (position: Position, on: LocalDate) => {
    if (isActive(position, on)) return wording.say("position.in-use");
    return wording.say("position.retired-on", { date: lastSpan(position)?.to ?? "" });
  };
  out.result(
    positions.map(({ trail: _, ...position }) => ({
      ...position,
      inspected: inspected.get(position.id)?.on,
    })),
    () =>
      positions.length === 0
        ? [wording.say("position.empty")]
        : columns(
            positions.map((position) => [
              position.id,
              profile.categories.find(({ id }) => id === position.category)?.label ?? "",
              position.name,
              status(position, today),
              inspected.get(position.id)?.on ?? wording.say("position.never-inspected"),
            ]),
          ),
  );
}

export async function retirePosition(
  session: Session,
  name: string,
  options: { readonly date?: string; readonly reason?: string },
) {
  const { ledger, today } = await readLedger(session);
  const position = await findPosition(session, ledger, name);
  const on = readDate(options.date, today);
  const reason = options.reason ? { reason: options.reason } : {};
  const body = { type: "position-retired" as const, position: position.id, on, ...reason };
  await submit(session, [() => body], { saw: ledger.seq });
  session.out.result({ id: position.id, on }, () => [
    session.wording.say("position.retired", { name: position.name, date: on }),
  ]);
}

export async function reopenPosition(
  session: Session,
  name: string,
  { date }: { readonly date?: string },
) {
  const { ledger, today } = await readLedger(session);
  const position = await findPosition(session, ledger, name);
  const on = readDate(date, today);
  const body = { type: "position-reopened" as const, position: position.id, on };
  await submit(session, [() => body], { saw: ledger.seq });
  session.out.result({ id: position.id, on }, () => [
    session.wording.say("position.reopened", { name: position.name }),
  ]);
}
