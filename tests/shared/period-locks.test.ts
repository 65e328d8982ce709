/** What the two locks of a period hold back, who may turn them, and what an exception lets in. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import type { PeriodRecord } from "../../shared/ledger/periods.ts";
import { packNames, unpackNames } from "../../shared/ledger/source-runs.ts";
import { findCounter } from "../../shared/ledger/undo.ts";
import { differenceOf } from "../../shared/report/difference.ts";
import { documentFor, editionsOf, findEdition } from "../../shared/report/document-for.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { freeze } from "../../shared/report/freeze.ts";
import { templateNames } from "../../shared/report/template-names.ts";
import { thawFigures } from "../../shared/report/thaw.ts";
import { endOfDay, type LocalDate, localDateIn } from "../../shared/words/dates.ts";
import type { EntryId } from "../../shared/words/ids.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { beginDays, type Days } from "../support/days.ts";
import { testEpoch, type Writer } from "../support/office.ts";

const id = "2022-H1" as PeriodId;
const period = periodOf(id);

/** Lets what somebody does be said in a line; each has seen all that is there, unless told. */
function office() {
  const days = beginDays();
  const [admin, leader, other, staff] = days.writers as [Writer, Writer, Writer, Writer];
  const does = (writer: Writer, body: object, saw = days.ledger.seq as number) => {
    writer.saw = saw;
    return days.write(writer, () => body);
  };
  return {
    days,
    admin,
    leader,
    other,
    staff,
    does,
    logs: (title: string, on = "2022-03-01", writer = staff) => {
      writer.saw = days.ledger.seq;
      let name = "";
      const answer = days.write(writer, (_, own) => {
        name = own;
        const entry = { kind: "meeting", on, title, quantity: 1, units: [], marks: [] };
        return { type: "entry-logged", entry: { id: own, ...entry } };
      });
      return { answer, name: name as EntryId };
    },
    writes: (text: string) =>
      does(staff, { type: "statement-written", period: id, statement: "plans", text }),
    closing: (more: object = {}) => ({
      type: "period-closed",
      period: id,
      frozen: freeze(days.ledger, testEpoch, period),
      ...more,
    }),
    text: (number?: number) => textOf(days, number),
    record: () => days.ledger.periods.get(id) as PeriodRecord,
  };
}
const textOf = ({ ledger }: Days, number?: number) => {
  const document = documentFor(ledger, period, number);
  return document && toText(document);
};
const recorded = { outcome: "recorded" };
const late = { outcome: "recorded", late: true };
const refused = (reason: string) => ({ outcome: "declined", refusal: { reason } });

test("a settled period holds back records, while its report is still written", () => {
  const { does, leader, staff, logs, writes, record } = office();
  expect(does(staff, { type: "period-settled", period: id })).toMatchObject(
    refused("role-required"),
  );
  expect(does(leader, { type: "period-settled", period: id })).toMatchObject(recorded);
  expect(logs("晚到的会").answer).toMatchObject(late);
  expect(writes("还在写")).toEqual({ ...recorded, seq: expect.anything() });
  expect(does(leader, { type: "period-settled", period: id })).toMatchObject(
    refused("already-settled"),
  );
  expect(record().state).toBe("settled");
});

test("a closed report says the same whatever is corrected, admitted or adopted afterwards", () => {
  const { days, does, admin, leader, logs, writes, closing, text } = office();
  logs("第一次会");
  writes("继续开会");
  const before = text();
  expect(does(leader, closing())).toMatchObject(recorded);
  const { name } = logs("漏记的会");
  expect(writes("改写打算")).toMatchObject(late);
  const ofLate = days.ledger.tray.get(name)?.operation.id;
  expect(does(leader, { type: "late-admitted", late: ofLate })).toMatchObject(recorded);
  const profile = structuredClone(days.ledger.profiles.at(-1)?.profile) as object;
  const renamed = { ...profile, outline: { title: ["改了"], body: [{ paragraph: "改了" }] } };
  does(admin, { type: "profile-adopted", text: "{}", profile: renamed });
  expect(text()).toBe(before);
  expect(before).toContain("开会1次");
  expect(String(templateNames(days.ledger, period).meetings)).toBe("1次");
  expect(findEntry(days.ledger.entries, name)?.trail.admitted).toBeGreaterThan(0);
});

test("the difference names each figure, then and now, and the records that make it", () => {
  const { days, does, leader, staff, logs, writes, closing } = office();
  const kept = logs("留下的会").name;
  const voided = logs("作废的会").name;
  writes("继续开会");
  does(leader, closing());
  const edition = findEdition(days.ledger, period);
  if (!edition) throw new Error("not frozen");
  const difference = () => differenceOf(days.ledger, period, edition);
  expect(difference()).toEqual({ figures: [], statements: [] });
  const admit = (name: string) =>
    does(leader, { type: "late-admitted", late: days.ledger.tray.get(name)?.operation.id });
  const lateOne = logs("漏记的会").name;
  admit(lateOne);
  admit(logs("又一次漏记").name);
  const admitNewest = () => admit([...days.ledger.tray.keys()].at(-1) ?? "");
  does(staff, { type: "record-voided", record: { type: "entry", id: voided }, reason: "重复" });
  admitNewest();
  does(staff, { type: "entry-amended", entry: kept, changes: { title: "改过的会" } });
  admitNewest();
  expect(difference().figures).toMatchObject([
    {
      indicator: { id: "meetings" },
      frozen: { value: 2, text: "2" },
      now: { value: 3, text: "3" },
      came: [{ id: lateOne, title: "漏记的会", on: "2022-03-01" }, { title: "又一次漏记" }],
      went: [{ id: voided }],
      changed: [{ id: kept, title: "改过的会" }],
    },
  ]);
  writes("另一种打算");
  expect(difference().statements).toEqual([]);
  admitNewest();
  expect(difference().statements).toMatchObject([
    { statement: "plans", frozen: "继续开会", now: "另一种打算" },
  ]);
});

test("reopening keeps the frozen report beside the next one, with its words", () => {
  const { days, does, leader, logs, closing, text, record } = office();
  logs("第一次会");
  does(leader, closing());
  const first = text();
  expect(does(leader, { type: "period-reopened", period: id, reason: " " })).toMatchObject(
    refused("reason-required"),
  );
  does(leader, { type: "period-reopened", period: id, reason: "漏了一次" });
  logs("第二次会");
  expect(text()).toContain("开会2次");
  does(leader, closing({ despite: "先报" }));
  expect(text(1)).toBe(first);
  expect(text(2)).toBe(text());
  expect(text(3)).toBeUndefined();
  const editions = editionsOf(days.ledger, period);
  expect(editions.map(({ number, counts, closing: act }) => [number, counts, act.despite])).toEqual(
    [
      [1, false, undefined],
      [2, true, "先报"],
    ],
  );
  expect(record().acts.map(({ type }) => type)).toEqual([
    "period-closed",
    "period-reopened",
    "period-closed",
  ]);
});

test("of two who close at once the first counts, and the second is kept beside it", () => {
  const { days, does, leader, other, logs, closing, record } = office();
  logs("第一次会");
  const saw = days.ledger.seq;
  const same = closing();
  does(leader, same, saw);
  expect(does(other, same, saw)).toMatchObject(recorded);
  expect(record()).toMatchObject({ state: "closed", acts: [{}, { forestalled: true }] });
  expect(editionsOf(days.ledger, period).map(({ counts }) => counts)).toEqual([true, false]);
  expect(does(other, same)).toMatchObject(refused("already-closed"));
});

test("nothing that its author has not seen is frozen", () => {
  const { days, does, leader, logs, closing, record } = office();
  logs("第一次会");
  const saw = days.ledger.seq;
  const old = closing();
  logs("刚记的会");
  expect(does(leader, old, saw)).toMatchObject({
    outcome: "declined",
    refusal: { reason: "moved-on", records: 1 },
  });
  logs("下半年的会", "2022-08-01");
  expect(does(leader, closing(), days.ledger.seq - 1)).toMatchObject(recorded);
  expect(record().state).toBe("closed");
});

test("sources that are too many for one operation are left out, and counted all the same", () => {
  const { days, does, leader, logs } = office();
  logs("第一次会");
  const frozen = freeze(days.ledger, testEpoch, period, 10);
  expect(frozen?.sources).toContainEqual({ count: 1 });
  does(leader, { type: "period-closed", period: id, frozen });
  const edition = findEdition(days.ledger, period);
  const figures = edition ? [...thawFigures(days.ledger, period, edition).values()] : [];
  expect(figures.map(({ value, sources }) => [value, sources.length])).toEqual([[1, 1]]);
});

test("an exception lets records in until its end, marked as corrections, and into no other lock", () => {
  const { days, does, leader, logs, closing, record } = office();
  const except = (ends: string, more = {}) =>
    does(leader, {
      type: "period-excepted",
      period: id,
      until: ends.slice(0, 10),
      ends,
      reason: "在途",
      ...more,
    });
  expect(except("2022-07-10T15:59:59.999Z")).toMatchObject(refused("not-closed"));
  does(leader, closing());
  expect(except("2022-07-10T15:59:59.999Z", { until: "2022-07-08" })).toMatchObject(
    refused("malformed"),
  );
  // The days that are played are received on the first of January 2022.
  except("2021-12-31T15:59:59.999Z");
  expect(logs("已经过期").answer).toMatchObject(late);
  except("2022-01-01T15:59:59.999Z");
  const { answer, name } = logs("在途的会");
  expect(answer).not.toHaveProperty("late");
  expect(findEntry(days.ledger.entries, name)?.trail.admitted).toBe(record().exception?.seq);
  does(leader, { type: "period-closed", period: "2022-Q1" });
  expect(logs("还有季度").answer).toMatchObject(late);
  expect(logs("季度之外", "2022-05-01").answer).not.toHaveProperty("late");
  does(leader, { type: "period-exception-ended", period: id });
  expect(logs("例外之后", "2022-05-01").answer).toMatchObject(late);
});

test("a lock is taken back to the one before, and only while nothing was done since", () => {
  const { days, does, leader, other, closing, record } = office();
  const counter = () => {
    const line = days.lines.at(-1);
    if (!line || !("operation" in line)) throw new Error("declined");
    return findCounter(days.ledger, line.operation as never, line.seq, undefined, "撤销");
  };
  does(leader, { type: "period-settled", period: id });
  expect(counter()).toEqual({ type: "period-reopened", period: id, reason: "撤销" });
  does(leader, closing());
  const undo = counter();
  expect(undo).toEqual({ type: "period-reopened", period: id, reason: "撤销", to: "settled" });
  does(other, undo as object);
  expect(record().state).toBe("settled");
  expect(counter()).toBe("cannot-be-undone");
});

const anyName = fc.oneof(
  fc.tuple(fc.constantFrom("abcd", "kfxq8s2m", "zz99"), fc.integer({ min: 1, max: 300 })),
  fc.tuple(fc.constant("east"), fc.constant("")),
);
test("names that were packed come out again, each once", () => {
  fc.assert(
    fc.property(fc.array(anyName), (pairs) => {
      const names = pairs.map(([stem, n]) => (n === "" ? stem : `${stem}-${n}`));
      const unpacked = unpackNames(packNames(names));
      expect([...unpacked].sort()).toEqual([...new Set(names)].sort());
    }),
  );
});

test.each(["Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati", "Etc/GMT+12"])(
  "a day in %s ends where the next one begins",
  (zone) => {
    const end = endOfDay(zone, "2022-06-30" as LocalDate);
    expect(localDateIn(zone, new Date(end))).toBe("2022-06-30");
    expect(localDateIn(zone, new Date(Date.parse(end) + 1))).toBe("2022-07-01");
  },
);
