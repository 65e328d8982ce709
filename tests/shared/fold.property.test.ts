import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../../shared/ledger/chain.ts";
import { fold } from "../../shared/ledger/fold.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { signaturesIn } from "../../shared/ledger/publication-stages.ts";
import { hashLedger, readSnapshot, snapshotLines } from "../../shared/ledger/snapshot.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import { checkLink } from "../../shared/store/replay.ts";
import { anyDays, beginDays, play } from "../support/days.ts";
import { testEpoch } from "../support/office.ts";

const foldAll = (lines: readonly Recorded[], from: Ledger = emptyLedger): Ledger =>
  lines.reduce((ledger, line) => fold(ledger, line), from);
const hashOf = (ledger: Ledger) => hashLedger(ledger, testEpoch);
/** As a journal gives it back: other objects, the same words. */
const reread = (lines: readonly Recorded[]): Recorded[] => JSON.parse(JSON.stringify(lines));

test("folding a journal that was read back gives the same ledger, byte for byte", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const days = play(beginDays(), steps);
      expect(hashOf(foldAll(reread(days.lines)))).toBe(hashOf(days.ledger));
    }),
    { numRuns: 150 },
  );
});

test("folding in parts, over a snapshot, is folding at once", () => {
  fc.assert(
    fc.property(anyDays, fc.nat(), (steps, cut) => {
      const { lines, ledger } = play(beginDays(), steps);
      const at = cut % (lines.length + 1);
      const saved = readSnapshot(snapshotLines(foldAll(lines.slice(0, at)), testEpoch));
      expect(saved.ledger.seq).toBe(at);
      expect(hashOf(foldAll(reread(lines.slice(at)), saved.ledger))).toBe(hashOf(ledger));
    }),
    { numRuns: 150 },
  );
});

test("the chain holds over every line, and over none that was changed", () => {
  fc.assert(
    fc.property(anyDays, fc.nat(), fc.nat(), (steps, which, part) => {
      const { lines } = play(beginDays(), steps);
      let ledger = emptyLedger;
      for (const line of lines) ledger = fold(ledger, line, checkLink(ledger, line));
      const at = which % lines.length;
      const changed = changeSomething(lines[at] as Recorded, part);
      expect(() => checkLink(foldAll(lines.slice(0, at)), changed)).toThrow("chain breaks");
    }),
    { numRuns: 150 },
  );
});

/** Another word, day, number or reason somewhere in the line. */
function changeSomething(line: Recorded, part: number): Recorded {
  const places = [...JSON.stringify(line).matchAll(/[a-z]"|[0-9](?=[,}])/g)];
  const { index = 0, 0: found } = places[part % places.length] as RegExpMatchArray;
  const text = JSON.stringify(line);
  const other = /[0-9]/.test(found)
    ? String((Number(found) + 1) % 10)
    : `${found[0] === "x" ? "y" : "x"}"`;
  return JSON.parse(text.slice(0, index) + other + text.slice(index + found.length));
}

test("every number of every workstation is in the journal once, recorded or declined", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const { lines, ledger } = play(beginDays(), steps);
      const next = new Map<string, number>();
      for (const line of lines) {
        const { workstation, n } = "declined" in line ? line.declined.id : line.operation.id;
        expect(n).toBe((next.get(workstation) ?? 0) + 1);
        next.set(workstation, n);
      }
      for (const [workstation, { n }] of ledger.workstations) {
        expect(next.get(workstation) ?? 0).toBe(n);
      }
    }),
    { numRuns: 100 },
  );
});

test("nothing is deleted: a record once made is in every later ledger, voided or not", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const { lines, ledger } = play(beginDays(), steps);
      let before = emptyLedger;
      for (const line of lines) {
        const after = fold(before, line);
        for (const id of before.entries.byId.keys()) expect(after.entries.byId.has(id)).toBe(true);
        for (const id of before.problems.keys()) expect(after.problems.has(id)).toBe(true);
        for (const id of before.positions.keys()) expect(after.positions.has(id)).toBe(true);
        for (const id of before.duties.keys()) expect(after.duties.has(id)).toBe(true);
        for (const id of before.publications.keys()) {
          expect(after.publications.has(id)).toBe(true);
        }
        before = after;
      }
      for (const entry of ledger.entries.byId.values()) {
        if (isVoided(entry)) expect(entry.trail.voided?.reason).not.toBe("");
      }
    }),
    { numRuns: 60 },
  );
});

test("whatever was recorded, each review of a publication is signed once, by another member", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const { ledger } = play(beginDays(), steps);
      for (const publication of ledger.publications.values()) {
        const signed = signaturesIn(publication.steps);
        expect(new Set(signed.map(({ by }) => by)).size).toBe(signed.length);
        expect(new Set(signed.map(({ review }) => review)).size).toBe(signed.length);
        const released = publication.steps.findIndex(({ type }) => type === "publication-released");
        if (released < 0) continue;
        const before = signaturesIn(publication.steps.slice(0, released));
        expect(before).toHaveLength(publication.reviews.length);
      }
    }),
    { numRuns: 100 },
  );
});

test("the entries by day are the entries by name, each under its own day and kind", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const { entries } = play(beginDays(), steps).ledger;
      const found: string[] = [];
      for (const [on, kinds] of entries.byDay) {
        for (const [kind, bucket] of kinds) {
          for (const entry of bucket.flat()) {
            const { id } = entry;
            expect(entry).toBe(entries.byId.get(id));
            expect([entry.on, entry.kind]).toEqual([on, kind]);
            found.push(id);
          }
        }
      }
      expect(found.sort()).toEqual([...entries.byId.keys()].sort());
    }),
    { numRuns: 100 },
  );
});

test("canonical JSON is the same for the same value, whoever built it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const shuffled = JSON.parse(JSON.stringify(value), (_, member) =>
        member && typeof member === "object" && !Array.isArray(member)
          ? Object.fromEntries(Object.entries(member).reverse())
          : member,
      );
      expect(canonical(shuffled)).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
