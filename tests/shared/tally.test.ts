import { describe, expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { Indicator } from "../../shared/profile/indicator.ts";
import { perCent, type Tally, tally, tallyAll } from "../../shared/tally/tally.ts";
import type { IndicatorId } from "../../shared/words/ids.ts";
import { smallProfile } from "../support/profile.ts";
import {
  closed,
  elsewhere,
  logged,
  period,
  profileWith,
  type Told,
  tell,
  tellOn,
  tellUnseen,
  times,
} from "../support/told.ts";

const indicator = (question: object, more: object = {}): Indicator =>
  Indicator.parse({ id: "asked", label: "所问", unit: "次", question, ...more });

const ofEntries = (measure: string, where: object = {}, more: object = {}) =>
  indicator({ of: "entries", measure, where, ...more });

const ask = (ledger: Ledger, asked: Indicator, name = "2022-H1"): Tally =>
  tally(ledger, asked, period(name));

const value = (ledger: Ledger, asked: Indicator, name = "2022-H1") =>
  ask(ledger, asked, name).value;

// The author's operations are numbered: the profile is told0001-1, what follows 2, 3 …
const name = (n: number) => `told0001-${n}`;
const amended =
  (entry: string, changes: object, sets: object = {}): Told =>
  () => ({ type: "entry-amended", entry, changes, ...sets });
const voided =
  (type: string, id: string): Told =>
  () => ({ type: "record-voided", record: { type, id }, reason: "重复" });
const restored =
  (type: string, id: string): Told =>
  () => ({ type: "record-restored", record: { type, id } });
const opened =
  (category: string, fields: object = {}): Told =>
  (id) => ({
    type: "position-opened",
    position: { id, name: category, category, quantity: 1, opened: "2021-05-01", ...fields },
  });
const retired =
  (position: string, on: string): Told =>
  () => ({ type: "position-retired", position, on });
const reopened =
  (position: string, on: string): Told =>
  () => ({ type: "position-reopened", position, on });
const inspected = (position: string, fields: object = {}): Told =>
  logged("check", { inspection: { position, items: [] }, ...fields });
const raised =
  (on: string, fields: object = {}): Told =>
  (id) => ({
    type: "problem-raised",
    problem: { id, title: "破损", on, level: "ordinary", ...fields },
  });
const step =
  (type: string, problem: string, on: string, fields: object = {}): Told =>
  () => ({ type: `problem-${type}`, problem, on, ...fields });
const assigned = (problem: string, on: string, deadline: string): Told =>
  step("assigned", problem, on, { owner: "told0001-1", deadline });

describe("entries", () => {
  test("16 studies of which 12 carry one mark and 6 another: some carry both", () => {
    const study = (at: number) =>
      logged("meeting", { marks: [...(at < 12 ? ["open"] : []), ...(at >= 10 ? ["joint"] : [])] });
    const ledger = tell(smallProfile, ...times(16, study));
    expect(value(ledger, ofEntries("count", { kinds: ["meeting"] }))).toBe(16);
    expect(value(ledger, ofEntries("count", { marks: ["open"] }))).toBe(12);
    expect(value(ledger, ofEntries("count", { marks: ["joint"] }))).toBe(6);
    expect(value(ledger, ofEntries("count", { marks: ["open", "joint"] }))).toBe(2);
  });

  test("the first and the closing day belong to the period, the days around it do not", () => {
    const days = ["2021-12-31", "2022-01-01", "2022-06-30", "2022-07-01"];
    const ledger = tell(smallProfile, ...days.map((on) => logged("meeting", { on })));
    expect(ask(ledger, ofEntries("count")).sources).toEqual([name(3), name(4)]);
    expect(value(ledger, ofEntries("count"), "2022-01-01..2022-01-01")).toBe(1);
    expect(value(ledger, ofEntries("count"), "2021-12-31..2022-07-01")).toBe(4);
  });

  test("the scope reaches back to the year's first day, or to the ledger's", () => {
    const days = ["2020-03-15", "2022-01-01", "2022-05-01", "2022-06-30", "2022-07-01"];
    const ledger = tell(smallProfile, ...days.map((on) => logged("meeting", { on })));
    const scoped = (scope: string) =>
      value(ledger, indicator({ of: "entries", measure: "count" }, { scope }), "2022-Q2");
    expect([scoped("period"), scoped("year"), scoped("to-date")]).toEqual([2, 3, 4]);
  });

  test("quantities and attendance are added up; without attendance there is no source", () => {
    const ledger = tell(
      smallProfile,
      logged("help", { quantity: 40, attendance: 12 }),
      logged("help", { quantity: 2 }),
      logged("meeting", { attendance: 30 }),
    );
    expect(value(ledger, ofEntries("sum-quantity", { kinds: ["help"] }))).toBe(42);
    const attendance = ask(ledger, ofEntries("sum-attendance"));
    expect(attendance.value).toBe(42);
    expect(attendance.sources).toEqual([name(2), name(4)]);
  });

  test("a voided entry counts nowhere, a restored one again", () => {
    const before = tell(smallProfile, logged("meeting"), logged("meeting"));
    const without = tellOn(before, voided("entry", name(2)));
    const back = tellOn(without, restored("entry", name(2)));
    const asked = ofEntries("count");
    expect([before, without, back].map((ledger) => value(ledger, asked))).toEqual([2, 1, 2]);
    expect(ask(without, asked).sources).toEqual([name(3)]);
  });

  test("an amended day or kind moves the entry from one count to the other", () => {
    const before = tell(smallProfile, logged("meeting"), logged("help"));
    const moved = tellOn(before, amended(name(2), { on: "2022-07-01" }));
    const another = tellOn(moved, amended(name(3), { kind: "meeting" }));
    const meetings = ofEntries("count", { kinds: ["meeting"] });
    const helps = ofEntries("count", { kinds: ["help"] });
    expect(value(before, meetings)).toBe(1);
    expect([value(moved, meetings), value(moved, meetings, "2022-H2")]).toEqual([0, 1]);
    expect([value(another, meetings), value(another, helps)]).toEqual([1, 0]);
    expect(value(before, meetings)).toBe(1); // the older ledger still answers for itself
  });

  test("a disputed entry counts, with the value that was recorded first", () => {
    const before = tell(smallProfile, logged("help", { quantity: 3 }));
    const first = tellOn(before, amended(name(2), { quantity: 5 }));
    const disputed = tellUnseen(first, before.seq, elsewhere, amended(name(2), { quantity: 9 }));
    expect(disputed.entries.byId.first()?.trail.conflicts).toHaveLength(1);
    expect(value(disputed, ofEntries("sum-quantity"))).toBe(5);
  });

  test("what waits in the tray of a closed period does not count until it is admitted", () => {
    const before = tell(smallProfile, logged("meeting"), closed(), logged("meeting"));
    expect(before.tray.size).toBe(1);
    expect(value(before, ofEntries("count"))).toBe(1);
    const admitted = tellOn(before, () => ({
      type: "late-admitted",
      late: { workstation: "told0001", n: 4 },
    }));
    expect(value(admitted, ofEntries("count"))).toBe(2);
  });

  test("units count once, whichever entries name them, and only those of the type asked for", () => {
    const profile = profileWith({
      units: [...smallProfile.units, { id: "town", label: "本级", type: "self" }],
    });
    const ledger = tell(
      profile,
      logged("meeting", { units: ["east", "town"] }),
      logged("meeting", { units: ["east", "west"] }),
      logged("meeting"),
    );
    expect(value(ledger, ofEntries("distinct-units"))).toBe(3);
    const villages = ask(ledger, ofEntries("distinct-units", { unitTypes: ["village"] }));
    expect(villages.value).toBe(2);
    expect(villages.distinct).toEqual(["east", "west"]);
    expect(villages.sources).toEqual([name(2), name(3)]);
    expect(value(ledger, ofEntries("count", { units: ["west"] }))).toBe(1);
    // What names no unit is the office's own.
    expect(value(ledger, ofEntries("count", { unitTypes: ["self"] }))).toBe(2);
    expect(value(ledger, ofEntries("distinct-units", { units: ["east"] }))).toBe(1);
  });

  test("an inspection is of its position's unit and category, unless it names units itself", () => {
    const ledger = tell(
      smallProfile,
      opened("board", { unit: "east" }),
      opened("group"),
      inspected(name(2)),
      inspected(name(2), { units: ["west"] }),
      inspected(name(3)),
    );
    const units = ask(ledger, ofEntries("distinct-units"));
    expect(units.distinct).toEqual(["east", "west"]);
    expect(units.sources).toEqual([name(4), name(5)]);
    expect(value(ledger, ofEntries("count", { units: ["east"] }))).toBe(1);
    expect(value(ledger, ofEntries("count", { categories: ["board"] }))).toBe(2);
    expect(value(ledger, ofEntries("distinct-categories"))).toBe(2);
    expect(ask(ledger, ofEntries("distinct-positions")).distinct).toEqual([name(2), name(3)]);
  });

  test("a position that moves takes its inspections along; a voided one has none", () => {
    const before = tell(smallProfile, opened("board", { unit: "east" }), inspected(name(2)));
    const west = ofEntries("count", { units: ["west"] });
    const boards = ofEntries("count", { categories: ["board"] });
    const positions = ofEntries("distinct-positions");
    expect([west, boards, positions].map((asked) => value(before, asked))).toEqual([0, 1, 1]);
    const moved = tellOn(before, () => ({
      type: "position-amended",
      position: name(2),
      changes: { unit: "west", category: "group" },
    }));
    expect([west, boards, positions].map((asked) => value(moved, asked))).toEqual([1, 0, 1]);
    const without = tellOn(moved, voided("position", name(2)));
    expect([west, boards, positions].map((asked) => value(without, asked))).toEqual([0, 0, 0]);
    expect(value(without, ofEntries("count"))).toBe(1); // the inspection itself was not voided
  });

  test("marks count once, of those asked for", () => {
    const ledger = tell(
      smallProfile,
      logged("help", { marks: ["open", "joint"] }),
      logged("help", { marks: ["open"] }),
    );
    expect(value(ledger, ofEntries("distinct-marks"))).toBe(2);
    const among = ask(ledger, ofEntries("distinct-marks", {}, { among: ["joint"] }));
    expect([among.value, among.distinct, among.sources]).toEqual([1, ["joint"], [name(2)]]);
  });

  test("titles stand once each, oldest first, whenever they were written down", () => {
    const ledger = tell(
      smallProfile,
      logged("meeting", { title: "丙", on: "2022-05-01" }),
      logged("meeting", { title: "甲", on: "2022-02-01" }),
      logged("meeting", { title: "丙", on: "2022-01-01" }),
      logged("meeting", { title: "乙", on: "2022-02-01" }),
    );
    const titles = ask(ledger, ofEntries("list-titles"));
    expect([titles.value, titles.titles]).toEqual([3, ["丙", "甲", "乙"]]);
    expect(titles.sources).toEqual([name(4), name(3), name(5), name(2)]);
  });

  test("done is 1 with the first day on which it was, or 0 without a day", () => {
    const ledger = tell(
      smallProfile,
      logged("meeting", { on: "2022-04-02" }),
      logged("meeting", { on: "2022-03-09" }),
    );
    const done = ask(ledger, ofEntries("done", { kinds: ["meeting"] }));
    expect([done.value, done.day]).toEqual([1, "2022-03-09"]);
    const undone = ask(ledger, ofEntries("done", { kinds: ["help"] }));
    expect([undone.value, undone.day]).toEqual([0, undefined]);
  });

  test("sources stand by day, then by number, the tenth behind the ninth", () => {
    const ledger = tell(smallProfile, ...times(10, () => logged("meeting")));
    const numbers = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect(ask(ledger, ofEntries("count")).sources).toEqual(numbers.map(name));
  });
});

describe("positions", () => {
  const groups = (moment: string, measure = "count", where: object = {}) =>
    indicator({ of: "positions", measure, moment, where });

  test("of 25 groups 10 are removed and 15 kept", () => {
    const ledger = tell(
      smallProfile,
      ...times(25, () => opened("group")),
      ...times(10, (at) => retired(name(at + 2), "2022-04-01")),
    );
    const retiredGroups = ask(ledger, groups("retired", "count", { categories: ["group"] }));
    expect([retiredGroups.value, retiredGroups.kind]).toEqual([10, "flow"]);
    const kept = ask(ledger, groups("active", "count", { categories: ["group"] }));
    expect([kept.value, kept.kind]).toEqual([15, "stock"]);
    expect(value(ledger, groups("opened"))).toBe(0);
    expect(value(ledger, groups("opened"), "2021")).toBe(25);
  });

  test("the last day of use is a day of use: retired on the closing day, active on it too", () => {
    const ledger = tell(smallProfile, opened("group"), retired(name(2), "2022-06-30"));
    expect(value(ledger, groups("active"))).toBe(1);
    expect(value(ledger, groups("retired"))).toBe(1);
    expect(value(ledger, groups("active"), "2022-H2")).toBe(0);
    expect(value(ledger, groups("retired"), "2022-H2")).toBe(0);
    expect(value(ledger, groups("active"), "2022-Q1")).toBe(1); // not retired by then
  });

  test("opened again is opened and active; a day within its last days undoes the retirement", () => {
    const before = tell(smallProfile, opened("group"), retired(name(2), "2022-02-01"));
    const again = tellOn(before, reopened(name(2), "2022-05-01"));
    const all = (ledger: Ledger) =>
      ["active", "opened", "retired"].map((moment) => value(ledger, groups(moment)));
    expect(all(before)).toEqual([0, 0, 1]);
    expect(all(again)).toEqual([1, 1, 1]);
    expect(all(tellOn(before, reopened(name(2), "2022-02-01")))).toEqual([1, 0, 0]);
  });

  test("quantities, units and categories of positions; a voided position is none", () => {
    const ledger = tell(
      smallProfile,
      opened("board", { unit: "east", quantity: 4 }),
      opened("board", { unit: "east" }),
      opened("group"),
      opened("group", { unit: "west" }),
      voided("position", name(5)),
    );
    expect(value(ledger, groups("active", "sum-quantity"))).toBe(6);
    expect(ask(ledger, groups("active", "distinct-units")).distinct).toEqual(["east"]);
    expect(ask(ledger, groups("active", "distinct-units")).sources).toEqual([name(2), name(3)]);
    expect(value(ledger, groups("active", "distinct-categories"))).toBe(2);
    expect(value(ledger, groups("active", "count", { units: ["west"] }))).toBe(0);
  });

  test("inspected in the period or still to be inspected; a voided inspection was none", () => {
    const before = tell(
      smallProfile,
      opened("board"),
      opened("board"),
      opened("board"),
      retired(name(4), "2022-03-01"),
      inspected(name(2), { on: "2022-06-30" }),
      inspected(name(3), { on: "2022-07-01" }),
    );
    expect(ask(before, groups("inspected")).sources).toEqual([name(2)]);
    expect(ask(before, groups("not-inspected")).sources).toEqual([name(3)]);
    expect(value(before, groups("inspected"), "2022")).toBe(2);
    const without = tellOn(before, voided("entry", name(6)));
    expect(value(without, groups("inspected"))).toBe(0);
    expect(value(without, groups("not-inspected"))).toBe(2);
  });
});

describe("problems", () => {
  const problems = (moment: string, measure = "count", where: object = {}) =>
    indicator({ of: "problems", measure, moment, where });
  const all = (ledger: Ledger, asked = "2022-H1") =>
    ["found", "rectified", "closed", "open", "overdue"].map((moment) =>
      value(ledger, problems(moment), asked),
    );

  test("each step moves it on from its own day", () => {
    const ledger = tell(
      smallProfile,
      raised("2022-03-01"),
      assigned(name(2), "2022-03-02", "2022-04-01"),
      step("rectified", name(2), "2022-06-30", { measure: "更换" }),
      step("closed", name(2), "2022-07-05"),
    );
    expect(all(ledger, "2022-Q1")).toEqual([1, 0, 0, 1, 0]);
    expect(all(ledger, "2022-04-01..2022-05-31")).toEqual([0, 0, 0, 1, 1]);
    expect(all(ledger, "2022-H1")).toEqual([1, 1, 0, 0, 0]);
    expect(all(ledger, "2022-H2")).toEqual([0, 0, 1, 0, 0]);
    expect(all(ledger, "2022")).toEqual([1, 1, 1, 0, 0]);
  });

  test("on its deadline it is not overdue, the day after it is", () => {
    const ledger = tell(
      smallProfile,
      raised("2022-03-01"),
      assigned(name(2), "2022-03-02", "2022-06-30"),
    );
    expect(value(ledger, problems("overdue"), "2022-H1")).toBe(0);
    expect(value(ledger, problems("overdue"), "2022-01-01..2022-07-01")).toBe(1);
  });

  test("one that came back is open, and neither rectified nor closed, until it is again", () => {
    const before = tell(
      smallProfile,
      raised("2022-02-01"),
      assigned(name(2), "2022-02-02", "2022-12-01"),
      step("rectified", name(2), "2022-02-10", { measure: "更换" }),
      step("closed", name(2), "2022-02-20"),
      step("reopened", name(2), "2022-05-01", { reason: "反复" }),
    );
    expect(all(before, "2022-Q1")).toEqual([1, 1, 1, 0, 0]);
    expect(all(before)).toEqual([1, 0, 0, 1, 0]);
    const again = tellOn(before, step("rectified", name(2), "2022-06-01", { measure: "再换" }));
    expect(all(again)).toEqual([1, 1, 0, 0, 0]);
    expect(all(again, "2022-Q1")).toEqual([1, 1, 1, 0, 0]);
  });

  test("a problem without a unit is of its position's unit; a voided one is none", () => {
    const before = tell(
      smallProfile,
      opened("board", { unit: "east" }),
      raised("2022-03-01", { position: name(2) }),
      raised("2022-03-02", { unit: "west", category: "group" }),
      raised("2022-03-03"),
    );
    expect(ask(before, problems("found", "distinct-units")).distinct).toEqual(["east", "west"]);
    expect(value(before, problems("found", "count", { units: ["east"] }))).toBe(1);
    expect(value(before, problems("open", "count", { categories: ["board"] }))).toBe(1);
    expect(value(tellOn(before, voided("problem", name(4))), problems("found"))).toBe(2);
  });
});

describe("the roster and rates", () => {
  test("the roster lists what is not retired", () => {
    const ledger = tell(smallProfile);
    const units = ask(ledger, indicator({ of: "roster", measure: "units" }));
    expect([units.value, units.distinct, units.sources]).toEqual([2, ["east", "west"], []]);
    expect(units.kind).toBe("stock");
    expect(value(ledger, indicator({ of: "roster", measure: "categories" }))).toBe(2);
    const none = { of: "roster", measure: "units", where: { unitTypes: ["self"] } };
    expect(value(ledger, indicator(none))).toBe(0);
  });

  const rated = profileWith({
    indicators: [
      {
        id: "helps",
        label: "服务",
        question: { of: "entries", measure: "count", where: { kinds: ["help"] } },
      },
      { id: "all", label: "全部", question: { of: "entries", measure: "count" } },
      { id: "share", label: "占比", question: { of: "rate", part: "helps", whole: "all" } },
      { id: "round", label: "占比", question: { of: "rate", part: "share", whole: "all" } },
      { id: "gone", label: "停用", question: { of: "entries", measure: "count" }, retired: true },
    ],
  });

  test("48 of 51 are 94.12%", () => {
    const ledger = tell(
      rated,
      ...times(48, () => logged("help")),
      ...times(3, () => logged("meeting")),
    );
    const share = tally(ledger, "share" as IndicatorId, period());
    expect([share.value, share.text, share.kind]).toEqual([94.12, "94.12%", "flow"]);
    expect(share.share).toEqual({ part: 48, whole: 51 });
    expect(share.sources).toHaveLength(51);
  });

  test("a share of nothing has no answer, and so has a rate of a rate", () => {
    const ledger = tell(rated);
    const share = tally(ledger, "share" as IndicatorId, period());
    expect([share.value, share.text]).toEqual([null, "—"]);
    const round = tally(tellOn(ledger, logged("help")), "round" as IndicatorId, period());
    expect(round.value).toBeNull();
  });

  test.each([
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [1, 32, 3.13],
    [3, 3, 100],
    [3, 2, 150],
    [10 ** 13, 3 * 10 ** 13, 33.33],
  ])("%i of %i is %d per cent, halves rounded up", (part, whole, rate) => {
    expect(perCent(part, whole)).toBe(rate);
  });

  test("all indicators are answered but the retired ones, in the profile's order", () => {
    const ids = tallyAll(tell(rated), period()).map((one) => one.indicator.id);
    expect(ids).toEqual(["helps", "all", "share", "round"]);
  });

  test("a name that the profile does not know is an error", () => {
    expect(() => tally(tell(rated), "nothing" as IndicatorId, period())).toThrow(RangeError);
  });
});

test("value, printed text and rule stay together, and the sources are in what is written as JSON", () => {
  const ledger = tell(smallProfile, logged("help", { quantity: 612 }));
  const asked = indicator(
    { of: "entries", measure: "sum-quantity" },
    { wording: { rule: "floored", to: 100 } },
  );
  const found = ask(ledger, asked);
  expect([found.value, found.text, found.rule]).toEqual([
    612,
    "600余",
    { rule: "floored", to: 100 },
  ]);
  expect(JSON.parse(JSON.stringify(found))).toMatchObject({ value: 612, sources: [name(2)] });
});
