/** How operations name a period, so that releases which know fewer names go on. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOperations } from "../../cli/workstation/drafting.ts";
import { beginning } from "../../shared/ledger/chain.ts";
import { type OperationBody, readOperation } from "../../shared/ledger/operation.ts";
import { stateOf } from "../../shared/ledger/periods.ts";
import { findCounter } from "../../shared/ledger/undo.ts";
import { addDays, instantOf, type LocalDate } from "../../shared/words/dates.ts";
import type { Epoch, MemberId, WorkstationId } from "../../shared/words/ids.ts";
import { findPeriod, type PeriodId, periodAround, periodOf } from "../../shared/words/period.ts";
import { findPeriod as findPeriodIn020 } from "../support/release-0.2.0.ts";
import { profileWith, tell } from "../support/told.ts";

const me = {
  workstation: "told0001" as WorkstationId,
  member: "told0001-1" as MemberId,
  n: 5,
  hash: beginning,
  seq: 5 as never,
  epoch: "testepoch" as Epoch,
};
const drafted = (body: object) => {
  const drafts = [() => body as OperationBody];
  const [operation] = draftOperations(me, drafts, { clock: instantOf(new Date(0)) });
  if (!operation) throw new Error("nothing drafted");
  return operation as typeof operation & { period: PeriodId; name?: PeriodId };
};

const anyPeriod = fc
  .record({
    day: fc.integer({ min: 0, max: 10_000 }),
    kind: fc.constantFrom("half-year", "quarter", "year", "month"),
    early: fc.option(fc.nat(400)),
  })
  .map(({ day, kind, early }) => {
    const whole = periodAround(addDays("2000-01-01" as LocalDate, day), kind as "year");
    const closing = early === null ? undefined : addDays(whole.from, early);
    return (findPeriod(`${whole.id}@${closing}`) ?? whole).id;
  });

test("whatever period is closed, opened or written about, 0.2.0 reads the same days", () => {
  fc.assert(
    fc.property(anyPeriod, (id) => {
      const { from, to } = periodOf(id);
      for (const body of [
        { type: "period-closed", period: id },
        { type: "period-reopened", period: id, reason: "漏记" },
        { type: "statement-written", period: id, statement: "plans", text: "一句" },
      ]) {
        const operation = drafted(body);
        expect(findPeriodIn020(operation.period)).toMatchObject({ from, to });
        expect(operation.name ?? operation.period).toBe(id);
        expect(readOperation(operation)).toMatchObject({ ok: true });
      }
    }),
  );
});

test("a name of other days is a mistake", () => {
  const said = drafted({ type: "period-closed", period: "2022-H1@2022-05-31" });
  const wrong = { ...said, name: "2022-H1@2022-05-30" };
  expect(readOperation(wrong)).toMatchObject({ ok: false, issues: [{ path: ["name"] }] });
});

test("it is the period that is meant which is closed, and whose closing is undone", () => {
  const early = "2022-H1@2022-05-31" as PeriodId;
  const { period, name } = drafted({ type: "period-closed", period: early });
  const closed = tell(profileWith({}), () => ({ type: "period-closed", period, name }));
  expect(stateOf(closed.periods, early)).toBe("closed");
  expect([...closed.periods.keys()]).toEqual([early]);
  const said = { type: "period-closed", period, name } as never;
  expect(findCounter(closed, said, closed.seq, undefined, "撤销")).toEqual({
    type: "period-reopened",
    period: early,
    reason: "撤销",
  });
});
