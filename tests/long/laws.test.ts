import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import { hashLedger, readSnapshot, snapshotLines } from "../../shared/ledger/snapshot.ts";
import { anyStep, beginDays, play } from "../support/days.ts";
import { testEpoch } from "../support/office.ts";
import { seed } from "./seeds.ts";

test("thousands of half-years: parts, snapshots and journals read back give one ledger", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 250 }), fc.nat(), (steps, cut) => {
      const { lines, ledger } = play(beginDays(), steps);
      const wanted = hashLedger(ledger, testEpoch);
      const at = cut % (lines.length + 1);
      const before = lines.slice(0, at).reduce((one, line) => fold(one, line), emptyLedger);
      const saved = readSnapshot(snapshotLines(before, testEpoch)).ledger;
      const rest = JSON.parse(JSON.stringify(lines.slice(at))) as typeof lines;
      expect(
        hashLedger(
          rest.reduce((one, line) => fold(one, line), saved),
          testEpoch,
        ),
      ).toBe(wanted);
    }),
    { numRuns: 3_000, seed },
  );
});
