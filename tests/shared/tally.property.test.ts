import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { EntryQuestion, Indicator } from "../../shared/profile/indicator.ts";
import { byMonth, byUnit } from "../../shared/tally/breakdown.ts";
import { tally } from "../../shared/tally/tally.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import type { EntryId } from "../../shared/words/ids.ts";
import { naiveTally } from "../support/naive-tally.ts";
import { smallProfile } from "../support/profile.ts";
import { logged, period, profileWith, type Told, tell, tellOn } from "../support/told.ts";

const units = ["town", "east", "west"];
const kinds = ["meeting", "help", "check"];
const marks = ["open", "joint"];
const categories = ["board", "group"];
const profile = profileWith({
  units: [...smallProfile.units, { id: "town", label: "本级", type: "self" }],
});

const some = (of: readonly string[]) => fc.subarray([...of], { minLength: 1 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyDay = fc
  .nat({ max: 500 })
  .map((days) => addDays("2021-06-01" as LocalDate, days) as string);

const anyQuestion: fc.Arbitrary<EntryQuestion> = fc
  .record({
    of: fc.constant("entries"),
    measure: fc.constantFrom(...EntryQuestion.shape.measure.options),
    where: fc.record({
      kinds: maybe(some(kinds)),
      marks: maybe(some(marks)),
      categories: maybe(some(categories)),
      units: maybe(some(units)),
      unitTypes: maybe(some(["self", "village"])),
    }),
    among: maybe(some(marks)),
  })
  .map((question) => EntryQuestion.parse(question));

const periods = ["2022-H1", "2021", "2022-Q2", "2022-02", "2021-08-15..2022-04-10"];
const scopes = ["period", "year", "to-date"] as const;
const fromOf = (scope: (typeof scopes)[number], { from, to }: { from: string; to: string }) =>
  scope === "period" ? from : scope === "year" ? `${to.slice(0, 4)}-01-01` : undefined;

/** What may happen to entries and to the positions they inspect. */
const anyAct = fc.record({
  does: fc.nat({ max: 11 }),
  which: fc.nat({ max: 30 }),
  kind: fc.constantFrom(...kinds),
  on: anyDay,
  units: fc.subarray(units),
  marks: fc.subarray(marks),
  category: fc.constantFrom(...categories),
  amount: fc.integer({ min: 1, max: 50 }),
});
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

function toldOf(ledger: Ledger, act: Act): Told {
  const { does, which, on, kind, amount, category, units: named, marks: given } = act;
  const entries = [...ledger.entries.byId.keys()];
  const positions = [...ledger.positions.keys()];
  const entry = entries[which % Math.max(1, entries.length)] ?? "nobody01-1";
  const position = positions[which % Math.max(1, positions.length)] ?? "nobody01-2";
  const fields = { on, title: `事${which % 4}`, quantity: amount, marks: given };
  switch (does) {
    case 0:
    case 1:
      return logged(kind, { ...fields, units: named });
    case 2:
      return logged(kind, { ...fields, units: [], attendance: amount });
    case 3:
    case 4:
      return logged("check", {
        ...fields,
        units: which % 3 ? [] : named,
        inspection: { position, items: [] },
      });
    case 5:
      return () => ({ type: "entry-amended", entry, changes: { on, kind, quantity: amount } });
    case 6:
      return () => ({
        type: "entry-amended",
        entry,
        changes: which % 2 ? { attendance: null, title: "改" } : { attendance: amount },
        units: { add: named, remove: units.filter((unit) => !named.includes(unit)) },
        marks: { add: given, remove: marks.filter((mark) => !given.includes(mark)) },
      });
    case 7:
      return () => ({ type: "record-voided", record: { type: "entry", id: entry }, reason: "重" });
    case 8:
      return () => ({ type: "record-restored", record: { type: "entry", id: entry } });
    case 9:
      return (id) => ({
        type: "position-opened",
        position: {
          id,
          name: `阵地${which}`,
          category,
          quantity: 1,
          opened: on,
          ...(named[0] ? { unit: named[0] } : {}),
        },
      });
    case 10:
      return () => ({
        type: "position-amended",
        position,
        changes: { category, unit: named[0] ?? null },
      });
    default: {
      const record = { type: "position", id: position };
      return () =>
        which % 2
          ? { type: "record-voided", record, reason: "重" }
          : { type: "record-restored", record };
    }
  }
}

const anyActs = fc.array(anyAct, { minLength: 1, maxLength: 40, size: "max" });
const anyAsked = fc.record({
  question: anyQuestion,
  scope: fc.constantFrom(...scopes),
  name: fc.constantFrom(...periods),
});
type Asked = typeof anyAsked extends fc.Arbitrary<infer T> ? T : never;

const indicatorOf = ({ question, scope }: Asked): Indicator => ({
  ...Indicator.parse({ id: "asked", label: "所问", question, scope }),
  question, // the very object, so that what is remembered of it is used again
});

function check(ledger: Ledger, asked: Asked, indicator: Indicator): void {
  const days = period(asked.name);
  const naive = naiveTally(ledger, profile, asked.question, fromOf(asked.scope, days), days.to);
  const found = tally(ledger, indicator, days);
  expect(found.value).toBe(naive.value);
  expect(found.sources).toEqual(naive.sources);
  if (asked.question.measure === "done") {
    expect(found.day).toBe(ledger.entries.byId.get(naive.sources[0] as EntryId)?.on);
  }
  const listed = found.titles ?? found.distinct;
  if (listed) expect([...listed].sort()).toEqual(naive.names);
}

test("after every operation a tally is what a look at every entry finds", () => {
  fc.assert(
    fc.property(anyActs, fc.array(anyAsked, { minLength: 1, maxLength: 6 }), (acts, questions) => {
      const asked = questions.map((one) => ({ one, indicator: indicatorOf(one) }));
      const ledgers = [tell(profile)];
      for (const act of acts) {
        const before = ledgers.at(-1) as Ledger;
        const ledger = tellOn(before, toldOf(before, act));
        ledgers.push(ledger);
        for (const { one, indicator } of asked) check(ledger, one, indicator);
      }
      // What is remembered of later ledgers is not told of the earlier ones.
      for (const ledger of ledgers.reverse()) {
        for (const { one, indicator } of asked) check(ledger, one, indicator);
      }
    }),
    { numRuns: 200 },
  );
});

test("the rows by unit hold each entry once in each of its units, the rows by month once", () => {
  fc.assert(
    fc.property(anyActs, fc.constantFrom(...periods), fc.boolean(), (acts, name, quantities) => {
      const ledger = acts.reduce(
        (before, act) => tellOn(before, toldOf(before, act)),
        tell(profile),
      );
      const measure = quantities ? "sum-quantity" : "count";
      const asked = { question: EntryQuestion.parse({ of: "entries", measure }), name };
      const indicator = indicatorOf({ ...asked, scope: "period" });
      const days = period(name);
      const total = tally(ledger, indicator, days).value;

      const months = byMonth(ledger, indicator, days);
      expect(months.total.value).toBe(total);
      expect(months.rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(total);

      const table = byUnit(ledger, indicator, days);
      expect(table.total.value).toBe(total);
      for (const { key, value } of table.rows) {
        const where = { units: [key] };
        const question = EntryQuestion.parse({ of: "entries", measure, where });
        expect(value).toBe(naiveTally(ledger, profile, question, days.from, days.to).value);
      }
    }),
    { numRuns: 100 },
  );
});
