/**
 * Any days at an office, without disk or network: several members write, each having seen more or
 * less of what the others did, and the daemon's own rules decide.
 */
import fc from "fast-check";
import { beginOffice } from "../../cli/workstation/beginning.ts";
import { decide } from "../../daemon/decide.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Role } from "../../shared/ledger/members.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import type { Answer } from "../../shared/wire.ts";
import { addDays, type Instant, type LocalDate } from "../../shared/words/dates.ts";
import type { MemberId, OperationId, WorkstationId } from "../../shared/words/ids.ts";
import { bodyOfPublications, publicationDoings } from "./days-of-publications.ts";
import { testEpoch, Writer } from "./office.ts";
import { periodBody } from "./period-days.ts";
import { smallProfile } from "./profile.ts";

const received = "2022-01-01T00:00:00.000Z" as Instant;

export interface Days {
  ledger: Ledger;
  readonly lines: Recorded[];
  readonly writers: readonly Writer[]; // admin, leader, another leader, staff, staff
  write(writer: Writer, body: Body): Answer;
}
export type Body = (id: OperationId, name: string) => object;

const roles: readonly Role[] = ["leader", "leader", "staff", "staff"];

/** An office with an admin, two leaders and two of the staff. */
export function beginDays(): Days {
  const profile = { text: "{}", profile: smallProfile };
  const { identity, operations } = beginOffice(
    { name: "管理员", duties: [] },
    profile,
    testEpoch,
    new Date(0),
  );
  const first = decide(emptyLedger, operations, received);
  const lines = [...first.lines];
  const known = first.ledger.workstations.get(identity.id);
  const admin = new Writer(identity, known?.n, known?.hash);
  const writers = [admin];
  const days: Days = {
    ledger: first.ledger,
    lines,
    writers,
    write: (writer, body) => {
      const decided = decide(days.ledger, [writer.write(body)], received);
      days.ledger = decided.ledger;
      lines.push(...decided.lines);
      return decided.answers[0] as Answer;
    },
  };
  for (const [at, role] of roles.entries()) {
    let member = "";
    days.write(admin, (_, name) => {
      member = name;
      return {
        type: "member-added",
        member: { id: name, name: `成员${at}`, role, duties: [], active: true },
      };
    });
    const id = `station${at + 1}` as WorkstationId;
    days.write(admin, () => ({
      type: "workstation-joined",
      joined: { id, member, publicKey: "k" },
    }));
    writers.push(new Writer({ id, member: member as MemberId }));
  }
  for (const writer of writers) writer.saw = days.ledger.seq;
  return days;
}

/** What somebody does: which, by whom, about which record, on which day, and what they had seen. */
export interface Step {
  readonly does: number;
  readonly who: number;
  readonly which: number;
  readonly day: number;
  readonly behind: number;
}
/** How many different things `bodyOf` does by itself. */
const ownDoings = 16;
export const anyStep: fc.Arbitrary<Step> = fc.record({
  does: fc.nat({ max: ownDoings + publicationDoings - 1 }),
  who: fc.nat({ max: 4 }),
  which: fc.nat({ max: 50 }),
  day: fc.nat({ max: 400 }),
  behind: fc.nat({ max: 6 }),
});
export const anyDays: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, { maxLength: 60 });

const pick = <T>(from: readonly T[], which: number): T | undefined =>
  from[which % Math.max(1, from.length)];

export function play(days: Days, steps: readonly Step[]): Days {
  for (const step of steps) {
    const writer = days.writers[step.who] as Writer;
    writer.saw = Math.max(writer.saw, days.ledger.seq - step.behind);
    days.write(writer, bodyOf(days.ledger, step));
  }
  return days;
}

/** What somebody does who sees this ledger; it may be something that is not allowed. */
export function bodyOf(ledger: Ledger, step: Step): Body {
  const { does, which, day, who } = step;
  const on = addDays("2021-09-01" as LocalDate, day);
  const entry = pick([...ledger.entries.byId.keys()], which) ?? "nobody01-1";
  const position = pick([...ledger.positions.keys()], which) ?? "nobody01-2";
  const problem = pick([...ledger.problems.keys()], which) ?? "nobody01-3";
  const late = pick([...ledger.tray.values()], which)?.operation.id ?? {
    workstation: "nobody01",
    n: 4,
  };
  const member = pick([...ledger.members.keys()], which);
  const period = pick(["2021-H2", "2022-H1", "2022-Q1"], which);
  const units = pick([[], ["east"], ["west", "east"]], which);
  if (does >= ownDoings) return bodyOfPublications(ledger, does - ownDoings, step, on);
  switch (does) {
    case 0:
      return (_, id) => ({
        type: "entry-logged",
        entry: {
          id,
          kind: "meeting",
          on,
          title: `会${which}`,
          quantity: 1,
          attendance: which + 1,
          units,
          marks: which % 2 ? ["open"] : [],
        },
      });
    case 1:
      return (_, id) => ({
        type: "entry-logged",
        entry: { id, kind: "help", on, title: "帮扶", quantity: which + 1, units, marks: [] },
      });
    case 2:
      return (_, id) => ({
        type: "entry-logged",
        entry: {
          id,
          kind: "check",
          on,
          title: "检查",
          quantity: 1,
          units: [],
          marks: [],
          inspection: {
            position,
            items: [{ item: "clean", text: "整洁", passed: which % 2 === 0 }],
          },
        },
      });
    case 3:
      return () => ({
        type: "entry-amended",
        entry,
        changes: { title: `改${which}`, ...(which % 3 ? {} : { on }) },
      });
    case 4:
      return () => ({
        type: "entry-amended",
        entry,
        changes: {},
        marks: which % 2 ? { add: ["joint"] } : { remove: ["open"] },
      });
    case 5:
      return () => ({
        type: "record-voided",
        record: { type: "entry", id: entry },
        reason: "重复",
      });
    case 6:
      return () => ({ type: "record-restored", record: { type: "entry", id: entry } });
    case 7:
      return (_, id) => ({
        type: "position-opened",
        position: {
          id,
          name: `栏${which}`,
          category: which % 2 ? "board" : "group",
          quantity: 1,
          opened: on,
        },
      });
    case 8:
      return () => ({ type: which % 2 ? "position-retired" : "position-reopened", position, on });
    case 9:
      return (_, id) => ({
        type: "problem-raised",
        problem: { id, title: `问题${which}`, on, level: "ordinary", unit: "east" },
      });
    case 10:
      return () => ({
        type: "problem-assigned",
        problem,
        on,
        owner: member,
        deadline: addDays(on, 10),
      });
    case 11:
      return () => ({ type: "problem-rectified", problem, on, measure: "已处理" });
    case 12:
      return () =>
        which % 3
          ? { type: "problem-closed", problem, on }
          : { type: "problem-reopened", problem, on, reason: "反复" };
    case 13:
      return () => ({
        type: "statement-written",
        period,
        statement: "plans",
        text: `写${who}${which}`,
      });
    case 14:
      return () => periodBody(ledger, which);
    default:
      return () =>
        which % 2
          ? { type: "late-admitted", late }
          : { type: "late-returned", late, reason: "不符" };
  }
}
