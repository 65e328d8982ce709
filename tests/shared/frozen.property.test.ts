/** What was frozen stays frozen, whatever the office does afterwards, and was true when it was. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Operation } from "../../shared/ledger/operation.ts";
import { documentFor, editionsOf } from "../../shared/report/document-for.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { thawFigures } from "../../shared/report/thaw.ts";
import { tally } from "../../shared/tally/tally.ts";
import { periodOf } from "../../shared/words/period.ts";
import { anyDays, beginDays, play } from "../support/days.ts";
import { periodBody } from "../support/period-days.ts";

/** Days in which a leader looks at the periods more often than anybody would. */
const busyDays = fc.tuple(anyDays, fc.array(fc.nat({ max: 27 }), { maxLength: 12 }), anyDays);

function played([before, acts, after]: typeof busyDays extends fc.Arbitrary<infer T> ? T : never) {
  const days = play(beginDays(), before);
  const leader = days.writers[1];
  for (const which of acts) {
    if (!leader) break;
    leader.saw = days.ledger.seq;
    days.write(leader, () => periodBody(days.ledger, which));
  }
  return play(days, after);
}

test("a frozen report reads the same in every later ledger", () => {
  let seen = 0;
  fc.assert(
    fc.property(busyDays, (steps) => {
      const { lines } = played(steps);
      const texts = new Map<string, string>();
      let ledger: Ledger = emptyLedger;
      for (const line of lines) {
        ledger = fold(ledger, line);
        for (const { id } of ledger.periods.values()) {
          const period = periodOf(id);
          for (const { number } of editionsOf(ledger, period)) {
            const document = documentFor(ledger, period, number);
            const text = document ? toText(document) : "";
            const key = `${id} ${number}`;
            expect(text).toBe(texts.get(key) ?? text);
            if (!texts.has(key)) seen++;
            texts.set(key, text);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(20);
});

test("every frozen figure is a recount of the ledger that it names, with the same records", () => {
  fc.assert(
    fc.property(busyDays, (steps) => {
      const { lines, ledger: last } = played(steps);
      const at = new Map<number, Ledger>();
      let ledger: Ledger = emptyLedger;
      for (const line of lines) {
        ledger = fold(ledger, line);
        at.set(ledger.seq, ledger);
      }
      for (const { id } of last.periods.values()) {
        const period = periodOf(id);
        for (const edition of editionsOf(last, period)) {
          const then = at.get(edition.report.ledger.seq);
          if (!then) throw new Error("it names a ledger that never was");
          expect(then.hash).toBe(edition.report.ledger.hash);
          for (const figure of thawFigures(last, period, edition).values()) {
            const recount = tally(then, figure.indicator.id, period);
            expect(figure).toMatchObject({ value: recount.value, text: recount.text });
            expect([...figure.sources].sort()).toEqual([...recount.sources].sort());
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("what a closing freezes is what was there when it was recorded: nothing slips in between", () => {
  fc.assert(
    fc.property(busyDays, (steps) => {
      const { lines } = played(steps);
      let ledger: Ledger = emptyLedger;
      for (const line of lines) {
        const operation = "operation" in line ? (line.operation as Operation) : undefined;
        if (operation?.type === "period-closed" && operation.frozen) {
          const period = periodOf(operation.period);
          const figures = operation.frozen.figures.map(({ indicator, value }) => [
            indicator,
            value,
          ]);
          const now = operation.frozen.figures.map(({ indicator }) => [
            indicator,
            tally(ledger, indicator, period).value,
          ]);
          expect(figures).toEqual(now);
        }
        ledger = fold(ledger, line);
      }
    }),
    { numRuns: 60 },
  );
});
