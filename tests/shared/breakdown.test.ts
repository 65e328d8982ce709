import { expect, test } from "vitest";
import { Indicator } from "../../shared/profile/indicator.ts";
import { type Breakdown, byMonth, byUnit } from "../../shared/tally/breakdown.ts";
import { smallProfile } from "../support/profile.ts";
import { logged, period, profileWith, type Told, tell } from "../support/told.ts";

const asked = (question: object, more: object = {}): Indicator =>
  Indicator.parse({ id: "asked", label: "所问", unit: "次", question, ...more });
const count = { of: "entries", measure: "count" };
const rowsOf = ({ rows }: Breakdown) => rows.map(({ key, value }) => [key, value]);

const withTown = profileWith({
  units: [{ id: "town", label: "镇本级", type: "self" }, ...smallProfile.units],
});
const name = (n: number) => `told0001-${n}`;
const opened =
  (fields: object = {}): Told =>
  (id) => ({
    type: "position-opened",
    position: { id, name: "栏", category: "board", quantity: 1, opened: "2022-02-01", ...fields },
  });
const retired =
  (position: string, on: string): Told =>
  () => ({ type: "position-retired", position, on });

test("an entry with three units counts once in the total and once in each unit's row", () => {
  const ledger = tell(
    withTown,
    logged("meeting", { units: ["town", "east", "west"] }),
    logged("meeting", { units: ["east"] }),
    logged("meeting"),
  );
  const table = byUnit(ledger, asked(count), period());
  expect(table.total.value).toBe(3);
  expect(rowsOf(table)).toEqual([
    ["town", 2], // with the one that names no unit: 本级
    ["east", 2],
    ["west", 1],
  ]);
  expect(table.rows[0]?.label).toBe("镇本级");
});

test("without a unit for the office itself its row has no name of its own", () => {
  const ledger = tell(smallProfile, logged("meeting"), logged("meeting", { units: ["east"] }));
  const table = byUnit(ledger, asked(count), period());
  expect(table.rows[0]).toMatchObject({ key: "", label: "", value: 1 });
  expect(rowsOf(table).slice(1)).toEqual([
    ["east", 1],
    ["west", 0],
  ]);
});

test("a filter holds within the rows too", () => {
  const ledger = tell(
    withTown,
    logged("meeting", { units: ["town", "east"] }),
    logged("help", { units: ["west"] }),
    logged("meeting"),
  );
  const where = { kinds: ["meeting"], unitTypes: ["village"] };
  const table = byUnit(ledger, asked({ ...count, where }), period());
  expect(table.total.value).toBe(1);
  expect(rowsOf(table)).toEqual([
    ["town", 0],
    ["east", 1],
    ["west", 0],
  ]);
});

test("positions and inspections stand under the position's unit, problems under theirs", () => {
  const ledger = tell(
    withTown,
    opened({ unit: "east" }),
    opened(),
    logged("check", { inspection: { position: name(2), items: [] } }),
    (id) => ({
      type: "problem-raised",
      problem: { id, title: "破损", on: "2022-03-01", level: "ordinary", unit: "west" },
    }),
  );
  const of = (question: object) => rowsOf(byUnit(ledger, asked(question), period()));
  expect(of({ of: "positions", measure: "count", moment: "active" })).toEqual([
    ["town", 1],
    ["east", 1],
    ["west", 0],
  ]);
  expect(of({ ...count, where: { kinds: ["check"] } })).toEqual([
    ["town", 0],
    ["east", 1],
    ["west", 0],
  ]);
  expect(of({ of: "problems", measure: "count", moment: "open" })).toEqual([
    ["town", 0],
    ["east", 0],
    ["west", 1],
  ]);
});

test("a rate by unit is each unit's own share; the office's categories are no unit's", () => {
  const ledger = tell(
    profileWith({
      units: withTown.units,
      indicators: [
        { id: "helps", label: "服务", question: { ...count, where: { kinds: ["help"] } } },
        { id: "all", label: "全部", question: count },
        { id: "share", label: "占比", question: { of: "rate", part: "helps", whole: "all" } },
      ],
    }),
    logged("help", { units: ["east"] }),
    logged("meeting", { units: ["east"] }),
    logged("help", { units: ["west"] }),
  );
  const rate = asked({ of: "rate", part: "helps", whole: "all" });
  const table = byUnit(ledger, rate, period());
  expect(table.total.text).toBe("66.67%");
  expect(table.rows.map(({ key, text }) => [key, text])).toEqual([
    ["town", "—"],
    ["east", "50%"],
    ["west", "100%"],
  ]);
  const categories = byUnit(ledger, asked({ of: "roster", measure: "categories" }), period());
  expect(categories.total.value).toBe(2);
  expect(categories.rows.map(({ value }) => value)).toEqual([null, null, null]);
});

test("a flow stands in the month of its day, a stock as it was on each month's last day", () => {
  const ledger = tell(
    smallProfile,
    opened(),
    opened({ opened: "2022-03-31" }),
    retired(name(2), "2022-05-30"),
    logged("meeting", { on: "2022-03-31" }),
    logged("meeting", { on: "2022-04-01" }),
    logged("meeting", { on: "2022-06-30" }),
  );
  const meetings = byMonth(ledger, asked(count), period());
  expect(meetings.rows.map(({ key }) => key)).toEqual(
    ["01", "02", "03", "04", "05", "06"].map((month) => `2022-${month}`),
  );
  expect(meetings.rows.map(({ value }) => value)).toEqual([0, 0, 1, 1, 0, 1]);
  const active = asked({ of: "positions", measure: "count", moment: "active" });
  const positions = byMonth(ledger, active, period());
  expect(positions.rows.map(({ value }) => value)).toEqual([0, 1, 2, 2, 1, 1]);
  expect(positions.total.value).toBe(1);
});

test("a period within months has only its own days of them", () => {
  const ledger = tell(
    smallProfile,
    ...["2022-03-09", "2022-03-10", "2022-04-20", "2022-04-21"].map((on) =>
      logged("meeting", { on }),
    ),
  );
  const table = byMonth(ledger, asked(count), period("2022-03-10..2022-04-20"));
  expect(rowsOf(table)).toEqual([
    ["2022-03", 1],
    ["2022-04", 1],
  ]);
});

test("what is asked for the whole year has the months since January", () => {
  const ledger = tell(smallProfile, logged("meeting", { on: "2022-02-01" }), logged("meeting"));
  const table = byMonth(ledger, asked(count, { scope: "year" }), period("2022-03"));
  expect(table.total.value).toBe(2);
  expect(rowsOf(table)).toEqual([
    ["2022-01", 0],
    ["2022-02", 1],
    ["2022-03", 1],
  ]);
});
