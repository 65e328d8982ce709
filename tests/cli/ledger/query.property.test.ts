import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterBy } from "../../../cli/reading/entry-filter.ts";
import { daysOf, entryRows, type Order } from "../../../cli/reading/entry-rows.ts";
import { matchOf } from "../../../cli/reading/match.ts";
import { parseQuery, printQuery, type QueryContext, states } from "../../../cli/reading/query.ts";
import type { Entry } from "../../../shared/ledger/entries.ts";
import { noEntries, putEntry } from "../../../shared/ledger/entry-table.ts";
import { isWithin, type PeriodId, periodOf } from "../../../shared/words/period.ts";
import { entryAt } from "../../support/entries.ts";
import { smallProfile } from "../../support/profile.ts";

const { kinds, units, marks } = smallProfile;
const names = { kind: kinds, unit: units, mark: marks };
const context: QueryContext = { names, today: "2022-06-15" };
const period = periodOf("2022-H1" as PeriodId);

const anyWord = fc.oneof(
  fc.constantFrom(...states).map((state) => `is:${state}`),
  fc.constantFrom(...kinds, ...units, ...marks).map(({ label }) => `kind:${label}`),
  fc.constantFrom("unit:东村", "mark:open", "month:3", "2022-03", ">=2.1", "..5月", "3.1..3.9"),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom("会", "例会", "第1", '"a b"', "事项：会议", "by:me"),
);
const anyLine = fc.array(anyWord, { maxLength: 5 }).map((words) => words.join(" "));

test("a query that is printed and read again is the same query", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const { terms } = parseQuery(line, context);
      expect(parseQuery(printQuery({ terms }), context)).toEqual({ terms, unknown: [] });
    }),
  );
});

const anyEntry = (seq: number) =>
  fc
    .record({
      kind: fc.constantFrom("meeting", "help", "check"),
      on: fc.constantFrom("2021-12-31", "2022-01-01", "2022-03-03", "2022-03-04", "2022-06-30"),
      title: fc.constantFrom("例会", "安全例会", "植树", "第1次"),
      units: fc.subarray(["east", "west"]),
      marks: fc.subarray(["open"]),
      by: fc.constantFrom("reader01-1", "other001-1"),
    })
    .map((said) => entryAt(seq, said));

/** Entries that are written down, and then some of them once more, amended. */
const anyChanges = fc
  .array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 })
  .chain((seqs) => fc.tuple(...seqs.map(anyEntry)));

const byOrder: Readonly<Record<Order, (a: Entry, b: Entry) => number>> = {
  date: (a, b) => compare(b.on, a.on) || seqOf(b) - seqOf(a),
  kind: (a, b) => kindPlace(a) - kindPlace(b) || byOrder.date(a, b),
  recorded: (a, b) => seqOf(b) - seqOf(a),
};
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const seqOf = ({ trail }: Entry) => trail.seqs[0] ?? 0;
const kindPlace = ({ kind }: Entry) => kinds.findIndex(({ id }) => id === kind);

describe("the rows of a filter that is kept while the ledger grows", () => {
  test.each(["date", "kind", "recorded"] as const)(
    "are all that fit, by %s, as if everything were filtered anew",
    (order) => {
      fc.assert(
        fc.property(anyLine, anyChanges, fc.nat(13), (line, changes, start) => {
          const match = matchOf(parseQuery(line, context), {
            names,
            seq: () => 10,
            member: "reader01-1",
          });
          const filter = filterBy(match);
          let entries = noEntries;
          for (const entry of changes) {
            entries = putEntry(entries, entry);
            filter.look(daysOf(entries), () => false);
          }
          const rows = entryRows(
            entries,
            period,
            order,
            kinds.map(({ id }) => id),
            filter,
          );
          const wanted = [...entries.byId.values()]
            .filter((entry) => isWithin(entry.on, period) && match(entry))
            .sort(byOrder[order]);
          expect(rows.isWhole).toBe(true);
          expect(rows.count).toBe(wanted.length);
          expect(rows.slice(0, wanted.length)).toEqual(wanted);
          expect(rows.slice(start, 3)).toEqual(wanted.slice(start, start + 3));
          expect(wanted.map((entry) => rows.placeOf(entry))).toEqual(wanted.map((_, at) => at));
        }),
      );
    },
  );

  test("are those of the newest days while it is still looking, and never one that does not fit", () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(6), (changes, turns) => {
        const entries = changes.reduce(putEntry, noEntries);
        const match = ({ title }: Entry) => title.includes("例会");
        const filter = filterBy(match);
        const all = () => entryRows(entries, period, "date", [], filter);
        // Time is up after every day.
        for (let turn = 0; turn < turns; turn++) filter.look(daysOf(entries), () => true);
        const now = all();
        const shown = now.slice(0, now.count);
        while (!filter.look(daysOf(entries), () => true));
        expect(all().isWhole).toBe(true);
        expect(all().slice(0, shown.length)).toEqual(shown);
        expect(shown.every(match)).toBe(true);
      }),
    );
  });

  test("without a filter nothing has to be looked at, and a day leads to its first row", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const entries = changes.reduce(putEntry, noEntries);
        const rows = entryRows(entries, period, "date", []);
        const wanted = [...entries.byId.values()]
          .filter(({ on }) => isWithin(on, period))
          .sort(byOrder.date);
        expect(rows.isWhole).toBe(true);
        expect(rows.slice(0, wanted.length)).toEqual(wanted);
        const place = wanted.findIndex(({ on }) => on <= "2022-03-04");
        expect(rows.placeOn("2022-03-04" as Entry["on"])).toBe(place < 0 ? undefined : place);
      }),
    );
  });
});
