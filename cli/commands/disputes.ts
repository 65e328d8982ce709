/** `tray settle`: somebody who has seen both values decides, and a line about each dispute. */
import { type Disputed, findDisputes } from "../../shared/ledger/disputes.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import type { Conflict } from "../../shared/ledger/trail.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { DutyId } from "../../shared/words/ids.ts";
import { WrongUse } from "../failure.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import { sayValue } from "./records.ts";
import { submit } from "./submitted.ts";

export const nameOfDisputed = ({ type, record }: Disputed): string =>
  type === "statement" ? `${record.period}/${record.statement}` : record.id;

const valuesOf = ({ record }: Disputed) => record as unknown as Readonly<Record<string, unknown>>;

/** Both values side by side, whose the other one is, and of which field. */
export const disputeRows = (wording: Wording, ledger: Ledger, one: Disputed): string[][] =>
  (one.record.trail.conflicts ?? []).map((conflict) => [
    nameOfDisputed(one),
    ...conflictWords(wording, ledger, one, conflict),
  ]);

/** What one of its disputes is about: a sentence, or the field and both values. */
export function conflictWords(
  wording: Wording,
  ledger: Ledger,
  one: Disputed,
  conflict: Conflict,
): readonly string[] {
  const { say } = wording;
  const by = sayValue(wording, ledger, "by", conflict.by);
  if (conflict.about !== "field") return [say(`tray.about-${conflict.about}`, { by })];
  const { field, value } = conflict;
  return [
    wording.find(`field.${field}`) ?? field,
    say("tray.kept", { value: sayValue(wording, ledger, field, valuesOf(one)[field]) }),
    say("tray.other", { value: sayValue(wording, ledger, field, value), by }),
  ];
}

/** What stands once one of them was settled; undefined where it was not about a value. */
export function settledValue(
  wording: Wording,
  ledger: Ledger,
  one: Disputed,
  conflict: Conflict,
  take: boolean,
): string | undefined {
  if (conflict.about !== "field") return undefined;
  const { field, value } = conflict;
  return sayValue(wording, ledger, field, take ? value : valuesOf(one)[field]);
}

export interface SettleOptions {
  readonly field?: string;
  readonly keep?: boolean;
  readonly take?: boolean;
}

/** Keep what counts now, or take the other value: either way somebody who saw both has decided. */
export async function settle(session: Session, id: string, options: SettleOptions) {
  const { wording, out } = session;
  const { ledger } = await readLedger(session);
  const disputed = findDisputes(ledger).find((one) => nameOfDisputed(one) === id);
  if (!disputed) throw new WrongUse("tray.not-disputed", { id });
  if (Boolean(options.keep) === Boolean(options.take)) throw new WrongUse("tray.keep-or-take");
  const { field } = options;
  const wanted = (disputed.record.trail.conflicts ?? []).filter(
    (conflict) => field === undefined || (conflict.about === "field" && conflict.field === field),
  );
  if (wanted.length === 0) throw new WrongUse("tray.not-disputed", { id });
  const bodies = settling(disputed, wanted, options.take === true);
  await submit(
    session,
    bodies.map((body) => () => body),
    { saw: ledger.seq },
  );
  out.result({ id, ...options }, () => [wording.say("tray.settled", { id })]);
}

/** The operations of one who has seen both sides. */
export function settling(
  disputed: Disputed,
  conflicts: readonly Conflict[],
  take: boolean,
): OperationBody[] {
  const changes: Record<string, unknown> = {};
  for (const conflict of conflicts) {
    if (conflict.about !== "field") continue;
    const { field, value } = conflict;
    changes[field] = (take ? value : valuesOf(disputed)[field]) ?? null;
  }
  const { type, record } = disputed;
  if (type === "statement") {
    const { period, statement, text } = record;
    return [{ type: "statement-written", period, statement, text: String(changes.text ?? text) }];
  }
  if (type === "duty" && "until" in changes) return [ending(record.id, changes.until)];
  const about = (what: Conflict["about"]) => conflicts.some((conflict) => conflict.about === what);
  const bodies: OperationBody[] = [];
  if (Object.keys(changes).length > 0 || about("step")) {
    bodies.push(amending(type, record.id, changes));
  }
  if (about("void")) bodies.push(deciding(disputed, take));
  return bodies;
}

const amending = (
  type: Exclude<Disputed["type"], "statement">,
  id: string,
  changes: object,
): OperationBody => ({ type: `${type}-amended`, [type]: id, changes }) as unknown as OperationBody;

const ending = (duty: DutyId, until: unknown): OperationBody =>
  until === null
    ? { type: "duty-resumed", duty }
    : { type: "duty-ended", duty, on: until as LocalDate };

/** The void stays, or is taken back for the sake of the amendment. */
function deciding({ type, record }: Disputed, restore: boolean): OperationBody {
  const reference = { type, id: "id" in record ? record.id : "" } as never;
  const reason = record.trail.voided?.reason ?? "";
  return restore
    ? { type: "record-restored", record: reference }
    : { type: "record-voided", record: reference, reason };
}
