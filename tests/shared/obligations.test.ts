import { expect, test } from "vitest";
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { findProfileRefusal } from "../../shared/rules/profiles.ts";
import { byMonth, byUnit } from "../../shared/tally/breakdown.ts";
import { fulfilmentsIn, stateOn } from "../../shared/tally/obligations.ts";
import { overviewOf } from "../../shared/tally/overview.ts";
import { findIndicator, tally } from "../../shared/tally/tally.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { IndicatorId } from "../../shared/words/ids.ts";
import { smallProfile } from "../support/profile.ts";
import {
  adopted,
  closed,
  logged,
  period,
  profileWith,
  type Told,
  tell,
  tellOn,
} from "../support/told.ts";

const obligations = [
  { id: "monthly", label: "每月例会", every: "month", proves: { kinds: ["meeting"] } },
  { id: "open", label: "公开会议", times: 2, proves: { kinds: ["meeting"], marks: ["open"] } },
  {
    id: "helping",
    label: "各村志愿服务",
    every: "quarter",
    each: ["village"],
    times: 2,
    proves: { kinds: ["help"] },
  },
  { id: "yearly", label: "每年一次", every: "year", proves: { kinds: ["meeting"] } },
  { id: "gone", label: "旧要求", proves: { kinds: ["gone"] }, retired: true },
];
const asks = (id: string, measure: string, of?: readonly string[]) => ({
  id,
  label: id,
  question: { of: "obligations", measure, ...(of ? { obligations: of } : {}) },
});
const profile = profileWith({
  obligations,
  indicators: [
    asks("wanted", "expected"),
    asks("had", "fulfilled"),
    asks("lacking", "missing"),
    asks("meeting-done", "done", ["monthly"]),
    { id: "rate", label: "rate", question: { of: "rate", part: "had", whole: "wanted" } },
  ],
});
const half = period("2022-H1");
const day = (text: string) => text as LocalDate;
const office = (...happened: readonly Told[]) => tell(profile, ...happened);
const of = (ledger: Ledger, id: string, within = half) =>
  fulfilmentsIn(ledger, within).find(({ obligation }) => obligation.id === id);
const value = (ledger: Ledger, id: string, within = half) =>
  tally(ledger, id as IndicatorId, within).value;

test("what is demanded is told by the rhythm and the units; what is retired is not demanded", () => {
  const ledger = office();
  expect(fulfilmentsIn(ledger, half).map((one) => [one.obligation.id, one.expected])).toEqual([
    ["monthly", 6],
    ["open", 1],
    ["helping", 4], // two quarters, two villages in use
    ["yearly", 0], // there is time until December
  ]);
  expect(of(ledger, "yearly", period("2022"))?.expected).toBe(1);
  expect(of(ledger, "monthly", period("2022-01-01..2022-05-31"))?.expected).toBe(5);
  expect(of(ledger, "open", period("2022-01-01..2022-05-31"))?.expected).toBe(0);
});

test("entries prove it, by kind and by all its marks; voided and other ones do not", () => {
  const ledger = office(
    logged("meeting", { on: "2022-01-31", marks: ["open"] }), // 2
    logged("meeting", { on: "2022-02-01" }), // 3
    logged("meeting", { on: "2021-12-31", marks: ["open"] }), // the year before
    logged("meeting", { on: "2022-06-30", marks: ["open", "joint"] }), // 5
    logged("meeting", { on: "2022-03-10" }), // 6
    () => ({ type: "record-voided", record: { type: "entry", id: "told0001-6" }, reason: "重复" }),
  );
  const months = of(ledger, "monthly")?.demands ?? [];
  expect(months.map(({ done }) => done)).toEqual([true, true, false, false, false, true]);
  expect(months[0]?.entries).toEqual(["told0001-2"]);
  expect(of(ledger, "open")).toMatchObject({ expected: 1, fulfilled: 1 });
  expect(of(ledger, "open")?.demands[0]?.entries).toEqual(["told0001-2", "told0001-5"]);
});

test("of units each one has to, and a batch counts as often as it says", () => {
  const ledger = office(
    logged("help", { on: "2022-02-01", quantity: 2, units: ["east"] }),
    logged("help", { on: "2022-03-01", units: ["east", "west"] }),
    logged("help", { on: "2022-05-01", quantity: 9 }), // the office's own
  );
  const demands = of(ledger, "helping")?.demands ?? [];
  expect(
    demands.map(({ stretch, unit, times, done }) => [stretch.id, unit?.id, times, done]),
  ).toEqual([
    ["2022-Q1", "east", 3, true],
    ["2022-Q1", "west", 1, false],
    ["2022-Q2", "east", 0, false],
    ["2022-Q2", "west", 0, false],
  ]);
});

test("without time left it is missed, with time left it is due, before its stretch nothing is said", () => {
  const ledger = office(logged("meeting", { on: "2022-01-10" }));
  const states = of(ledger, "monthly")?.demands.map((one) => stateOn(one, day("2022-03-31")));
  expect(states).toEqual(["done", "missed", "due", "ahead", "ahead", "ahead"]);
  const { obligations: missing } = overviewOf(ledger, profile, half, day("2022-03-31"));
  expect(
    missing.map(({ obligation, stretch, units, isOver }) => [
      obligation.id,
      stretch.id,
      units.map(({ id }) => id),
      isOver,
    ]),
  ).toEqual([
    ["monthly", "2022-02", [], true],
    ["monthly", "2022-03", [], false],
    ["helping", "2022-Q1", ["east", "west"], false],
    ["open", "2022-H1", [], false],
  ]);
});

test("indicators ask for it: expected, fulfilled, missing, done, and a rate, with their entries", () => {
  const all = ["01", "02", "03", "04", "05", "06"].map((month) =>
    logged("meeting", { on: `2022-${month}-15` }),
  );
  const some = office(...all.slice(0, 5));
  expect(["wanted", "had", "lacking", "meeting-done"].map((id) => value(some, id))).toEqual([
    11, 5, 6, 0,
  ]);
  expect(tally(some, "rate" as IndicatorId, half)).toMatchObject({
    value: 45.45,
    share: { part: 5, whole: 11 },
  });
  const ledger = tellOn(some, ...all.slice(5));
  expect(value(ledger, "meeting-done")).toBe(1);
  expect(tally(ledger, "had" as IndicatorId, half).sources).toHaveLength(6);
});

test("by month it stands where its stretch ends, by unit where it is demanded", () => {
  const ledger = office(logged("help", { on: "2022-02-01", quantity: 2, units: ["east"] }));
  const wanted = findIndicator(ledger, "wanted");
  const had = findIndicator(ledger, "had");
  if (!wanted || !had) throw new Error("no indicator");
  expect(byMonth(ledger, wanted, half).rows.map((row) => row.value)).toEqual([1, 1, 3, 1, 1, 4]);
  const rows = (indicator: typeof wanted) =>
    byUnit(ledger, indicator, half).rows.map(({ key, value: count }) => [key, count]);
  expect(rows(wanted)).toEqual([
    ["", 7],
    ["east", 2],
    ["west", 2],
  ]);
  expect(rows(had)).toEqual([
    ["", 0],
    ["east", 1],
    ["west", 0],
  ]);
});

test("a closed period keeps what was demanded when it was closed", () => {
  const ledger = office(closed());
  const later = tellOn(ledger, adopted(profileWith({ obligations: [] })));
  expect(fulfilmentsIn(later, half)).toHaveLength(4);
  expect(fulfilmentsIn(later, period("2022-H2"))).toEqual([]);
});

test("a profile from before there were obligations demands nothing", () => {
  const { obligations: _, ...older } = smallProfile;
  const ledger = tell(older);
  expect(fulfilmentsIn(ledger, half)).toEqual([]);
  expect(
    overviewOf(ledger, findProfile(ledger) ?? older, half, day("2022-03-01")).obligations,
  ).toEqual([]);
});

test("a profile that does not fit itself is told where, and an obligation once named stays", () => {
  const text = JSON.stringify({
    ...smallProfile,
    obligations: [
      { id: "a", label: "甲", each: ["vilage"], proves: { kinds: ["meting"] } },
      { id: "a", label: "甲", proves: {} },
    ],
    indicators: [asks("x", "done", ["b"])],
    outline: { title: ["报告"], body: [{ heading: "甲" }] },
  });
  const read = readProfile(text);
  expect(read.ok ? [] : read.findings).toMatchObject([
    { issue: "duplicate", word: "obligation", path: "obligations.1.id" },
    { issue: "duplicate-label", word: "obligation" },
    { issue: "unknown", word: "obligation", name: "b", nearest: "a" },
    { issue: "unknown", word: "unit-type", nearest: "village", path: "obligations.0.each.0" },
    { issue: "unknown", word: "kind", nearest: "meeting", path: "obligations.0.proves.kinds.0" },
  ]);
  expect(
    findProfileRefusal(office(), { ...profile, obligations: profile.obligations?.slice(1) }),
  ).toEqual({
    reason: "no-such",
    word: "obligation",
    id: "monthly",
  });
});
