import { expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { Indicator } from "../../shared/profile/indicator.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import { compose } from "../../shared/report/compose.ts";
import { byMonth, byUnit } from "../../shared/tally/breakdown.ts";
import { tally } from "../../shared/tally/tally.ts";
import { smallProfile } from "../support/profile.ts";
import {
  elsewhere,
  period,
  profileWith,
  type Told,
  tell,
  tellOn,
  tellUnseen,
} from "../support/told.ts";

const levels = [
  { id: "own", label: "本单位" },
  { id: "county", label: "县级" },
];
const asks = (id: string, measure: string, moment: string, where: object = {}) => ({
  id,
  label: id,
  question: { of: "publications", measure, moment, where },
});
const profile = profileWith({
  publishing: { reviews: [{ id: "only", label: "审核" }], levels },
  indicators: [
    asks("all", "releases", "released"),
    asks("own", "releases", "released", { mediaLevels: ["own"] }),
    asks("county", "releases", "released", { mediaLevels: ["county"] }),
  ],
  relations: [{ type: "respectively", whole: "all", parts: ["own", "county"] }],
  outline: { title: ["报告"], body: [{ paragraph: "发稿{all}。" }] },
});

const drafted =
  (on: string, more: object = {}): Told =>
  (id) => ({
    type: "publication-drafted",
    publication: {
      id,
      title: `稿 ${id}`,
      on,
      reprint: false,
      reviews: [{ review: "only", label: "审核" }],
      ...more,
    },
  });
const step =
  (n: number, type: string, on: string, more: object = {}): Told =>
  () => ({ type: `publication-${type}`, publication: `told0001-${n}`, on, ...more });
const signed = (n: number, on: string) =>
  step(n, "reviewed", on, { review: "only", opinion: "同意", proofreading: "无" });
const released = (n: number, on: string, mediaLevel = "own", more: object = { outlet: "网站" }) =>
  step(n, "released", on, { mediaLevel, ...more });

const byAnother = (ledger: Ledger, one: Told) => tellUnseen(ledger, undefined, elsewhere, one);
const board: Told = (id) => ({
  type: "position-opened",
  position: {
    id,
    name: "公众号",
    category: "board",
    quantity: 1,
    unit: "west",
    opened: "2021-01-01",
  },
});

/** Two that are out, one of them in two channels; one that is signed; one only drafted. */
function office(): Ledger {
  let ledger = tell(profile, board, drafted("2022-01-05", { unit: "east" })); // 2 and 3
  ledger = byAnother(ledger, signed(3, "2022-01-06"));
  ledger = tellOn(
    ledger,
    released(3, "2022-01-07", "own", { position: "told0001-2", category: "board" }),
    released(3, "2022-03-01", "county", { outlet: "县报" }),
    drafted("2022-06-20", { reprint: true, origin: "县报" }), // 6
  );
  ledger = byAnother(ledger, signed(6, "2022-06-21"));
  ledger = tellOn(
    ledger,
    released(6, "2022-06-22", "own", { position: "told0001-2" }),
    step(6, "corrected", "2022-06-25", { correction: "地名" }),
    step(6, "withdrawn", "2022-07-02", { reason: "过时" }),
    drafted("2022-06-28"), // 10
    drafted("2022-07-01"),
  );
  return byAnother(ledger, signed(10, "2022-06-30"));
}
const ledger = office();
const half = period("2022-H1");
const value = (
  question: { measure?: string; moment: string; where?: object },
  within = half,
  of: Ledger = ledger,
) => {
  const asked = { of: "publications", measure: "count", ...question };
  return tally(of, Indicator.parse({ id: "x", label: "x", question: asked }), within);
};

test("published is what was signed and released, on the day it was released", () => {
  expect(value({ moment: "released" })).toMatchObject({
    value: 2,
    sources: ["told0001-3", "told0001-6"],
    kind: "flow",
  });
  expect(value({ moment: "released", measure: "releases" }).value).toBe(3);
  expect(value({ moment: "released" }, period("2022-Q2")).value).toBe(1);
  expect(value({ moment: "drafted" }).value).toBe(3);
  expect(value({ moment: "corrected" }).value).toBe(1);
  expect(value({ moment: "withdrawn" }).value).toBe(0); // that was in July
  expect(value({ moment: "released", measure: "list-titles" }).titles).toEqual([
    "稿 told0001-3",
    "稿 told0001-6",
  ]);
});

test("what stands, and what is not out yet, is asked of the closing day", () => {
  expect(value({ moment: "standing" })).toMatchObject({ value: 2, kind: "stock" });
  expect(value({ moment: "standing" }, period("2022")).value).toBe(1);
  expect(value({ moment: "released" }, period("2022")).value).toBe(2); // it had been released
  expect(value({ moment: "in-review" }).value).toBe(1);
  expect(value({ moment: "in-review" }, period("2022")).value).toBe(2);
});

test("by channel, unit, level and reprint", () => {
  const released2 = (where: object, measure = "count") =>
    value({ moment: "released", where, measure }).value;
  expect(released2({ categories: ["board"] })).toBe(2); // of a position its category
  expect(released2({ units: ["east"] })).toBe(1);
  expect(released2({ units: ["west"] })).toBe(1); // the position's, where the text names none
  expect(released2({ unitTypes: ["village"] }, "distinct-units")).toBe(2);
  expect(released2({ mediaLevels: ["county"] })).toBe(1);
  expect(released2({ reprint: true })).toBe(1);
  expect(released2({ reprint: false }, "releases")).toBe(2);
});

test("parts by level add up to the whole, and a report says so where they do not", () => {
  const of = (id: string) => tally(ledger, id as never, half).value;
  expect([of("all"), of("own"), of("county")]).toEqual([3, 2, 1]);
  const findings = (now: Ledger) => {
    const document = compose(now, half);
    return document ? checkReport(document, now).map(({ issue }) => issue) : [];
  };
  expect(findings(ledger)).not.toContain("broken-partition");
  const third = tellOn(ledger, released(3, "2022-03-02", "city"));
  expect(findings(third)).toContain("broken-partition");
});

test("by month and by unit; voided ones are in no tally", () => {
  const whole = Indicator.parse(asks("all", "releases", "released"));
  expect(byMonth(ledger, whole, half).rows.map((row) => row.value)).toEqual([1, 0, 1, 0, 0, 1]);
  const rows = byUnit(ledger, whole, half).rows.map(({ key, value: count }) => [key, count]);
  expect(rows).toEqual([
    ["", 0],
    ["east", 2],
    ["west", 1],
  ]);
  const voided = tellOn(ledger, () => ({
    type: "record-voided",
    record: { type: "publication", id: "told0001-3" },
    reason: "重复",
  }));
  expect(value({ moment: "released" }, half, voided).value).toBe(1);
});

test("a profile that asks for an unknown level is told where", () => {
  const text = JSON.stringify({
    ...smallProfile,
    publishing: { levels: [...levels, { id: "own", label: "又一个" }] },
    indicators: [asks("x", "count", "released", { mediaLevels: ["country"] })],
    outline: { title: ["报告"], body: [{ heading: "甲" }] },
  });
  const read = readProfile(text);
  expect(read.ok ? [] : read.findings).toMatchObject([
    { issue: "duplicate", word: "media-level", path: "publishing.levels.2.id" },
    { issue: "unknown", word: "media-level", nearest: "county" },
  ]);
});
