import { beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../shared/ledger/entries.ts";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import type { EntryId } from "../../shared/words/ids.ts";
import { type Body, beginDays, type Days } from "../support/days.ts";
import type { Writer } from "../support/office.ts";

let days: Days;
let leader: Writer;
let li: Writer;
let zhao: Writer;
let id: EntryId;

const meeting =
  (more: object = {}): Body =>
  (_, name) => ({
    type: "entry-logged",
    entry: {
      id: name,
      kind: "meeting",
      on: "2022-03-01",
      title: "例会",
      quantity: 1,
      units: [],
      marks: [],
      ...more,
    },
  });
const amend =
  (changes: object, more: object = {}): Body =>
  () => ({
    type: "entry-amended",
    entry: id,
    changes,
    ...more,
  });
const see = (...writers: Writer[]) => {
  for (const writer of writers) writer.saw = days.ledger.seq;
};
const entry = () => findEntry(days.ledger.entries, id) as Entry;
const reasonOf = (writer: Writer, body: Body) => {
  const answer = days.write(writer, body);
  return answer.outcome === "declined" ? answer.refusal.reason : answer.outcome;
};

beforeEach(() => {
  days = beginDays();
  [, leader, , li, zhao] = days.writers as [Writer, Writer, Writer, Writer, Writer];
  days.write(li, meeting());
  id = `${li.workstation}-${li.n}` as EntryId;
  see(leader, li, zhao);
});

describe("two people edit one record", () => {
  test("different fields merge", () => {
    days.write(li, amend({ title: "全镇例会" }));
    days.write(leader, amend({ attendance: 30 }));
    expect(entry()).toMatchObject({ title: "全镇例会", attendance: 30 });
    expect(entry().trail.conflicts).toBeUndefined();
  });

  test("of the same field the first recorded counts, and both are kept", () => {
    days.write(li, amend({ title: "甲" }));
    days.write(leader, amend({ title: "乙" }));
    expect(entry().title).toBe("甲");
    expect(entry().trail.conflicts).toMatchObject([
      { about: "field", field: "title", value: "乙" },
    ]);
  });

  test("who has seen both settles it", () => {
    days.write(li, amend({ title: "甲" }));
    days.write(leader, amend({ title: "乙" }));
    see(leader);
    days.write(leader, amend({ title: "丙" }));
    expect(entry().title).toBe("丙");
    expect(entry().trail.conflicts).toBeUndefined();
  });

  test("sets merge as sets", () => {
    days.write(li, amend({}, { units: { add: ["east"] }, marks: { add: ["open"] } }));
    days.write(leader, amend({}, { units: { add: ["west"] }, marks: { add: ["joint"] } }));
    expect(entry()).toMatchObject({ units: ["east", "west"], marks: ["joint", "open"] });
    expect(entry().trail.conflicts).toBeUndefined();
  });

  test("void against amend is voided, and shown", () => {
    days.write(leader, () => ({
      type: "record-voided",
      record: { type: "entry", id },
      reason: "重复",
    }));
    days.write(li, amend({ title: "还要" }));
    expect(entry().trail.voided?.reason).toBe("重复");
    expect(entry().trail.conflicts).toMatchObject([{ about: "void" }]);
  });

  test("a run of offline edits is compared with what its first edit saw", () => {
    days.write(leader, amend({ title: "负责人改" }));
    days.write(li, amend({ title: "离线一" }));
    days.write(li, amend({ title: "离线二" }));
    expect(entry().title).toBe("负责人改");
    expect(entry().trail.conflicts).toMatchObject([{ value: "离线二" }]);
  });
});

describe("what may be logged", () => {
  const cases: [string, object, string][] = [
    ["a kind that is not there", { kind: "party" }, "no-such"],
    ["a retired kind", { kind: "gone" }, "retired"],
    ["a unit that is not there", { units: ["north"] }, "no-such"],
    ["a retired unit", { units: ["old"] }, "retired"],
    ["a mark that is not there", { marks: ["shiny"] }, "no-such"],
    ["a quantity where one is one", { quantity: 3 }, "quantity-not-allowed"],
    [
      "an inspection of a kind that inspects nothing",
      { inspection: { position: "nobody01-1", items: [] } },
      "inspection-not-allowed",
    ],
    ["a check without its position", { kind: "check" }, "inspection-required"],
    [
      "a position that is not there",
      { kind: "check", inspection: { position: "nobody01-1", items: [] } },
      "no-such",
    ],
  ];
  test.each(cases)("not %s", (_, more, reason) => {
    expect(reasonOf(li, meeting(more))).toBe(reason);
  });

  test("not under another's name", () => {
    const stolen: Body = () => ({ type: "entry-logged", entry: { ...entry(), trail: undefined } });
    expect(reasonOf(li, stolen)).toBe("name-not-own");
  });

  test("a position only while it is in use, its first and last day included", () => {
    days.write(leader, (_, name) => ({
      type: "position-opened",
      position: { id: name, name: "栏", category: "board", quantity: 1, opened: "2022-02-01" },
    }));
    const position = `${leader.workstation}-${leader.n}`;
    days.write(leader, () => ({ type: "position-retired", position, on: "2022-04-30" }));
    const check = (on: string) =>
      reasonOf(li, meeting({ kind: "check", on, inspection: { position, items: [] } }));
    expect(check("2022-01-31")).toBe("position-not-active");
    expect(check("2022-02-01")).toBe("recorded");
    expect(check("2022-04-30")).toBe("recorded");
    expect(check("2022-05-01")).toBe("position-not-active");
  });
});

describe("whose record it is", () => {
  test("a colleague changes nothing of it, the leader may", () => {
    expect(reasonOf(zhao, amend({ title: "改" }))).toBe("not-the-author");
    expect(reasonOf(leader, amend({ title: "改" }))).toBe("recorded");
  });
  test("voiding needs a reason, and happens once", () => {
    const voiding =
      (reason: string): Body =>
      () => ({ type: "record-voided", record: { type: "entry", id }, reason });
    expect(reasonOf(li, voiding(" "))).toBe("reason-required");
    expect(reasonOf(li, voiding("重复"))).toBe("recorded");
    see(li);
    expect(reasonOf(li, voiding("再次"))).toBe("already-voided");
    expect(reasonOf(li, amend({ title: "改" }))).toBe("already-voided");
  });
});

describe("a closed period", () => {
  const close: Body = () => ({ type: "period-closed", period: "2022-H1" });
  test("keeps what comes late in the tray, by its old and by its new day", () => {
    days.write(leader, close);
    days.write(li, meeting({ on: "2022-06-30" }));
    days.write(li, amend({ on: "2022-07-02" }));
    days.write(li, meeting({ on: "2022-07-01" }));
    expect(days.ledger.tray.size).toBe(2);
    expect(entry().on).toBe("2022-03-01");
    expect(days.ledger.entries.byId.size).toBe(2);
  });
  test("takes it in as a visible correction once the leader admits it", () => {
    days.write(leader, close);
    days.write(li, meeting({ on: "2022-06-30", title: "漏记" }));
    const late = { workstation: li.workstation, n: li.n };
    expect(reasonOf(li, () => ({ type: "late-admitted", late }))).toBe("role-required");
    see(leader);
    expect(reasonOf(leader, () => ({ type: "late-admitted", late }))).toBe("recorded");
    const admitted = findEntry(days.ledger.entries, `${late.workstation}-${late.n}` as EntryId);
    expect(admitted?.title).toBe("漏记");
    expect(admitted?.trail.by).toBe(li.member);
    expect(admitted?.trail.admitted).toBe(days.ledger.seq);
    expect(days.ledger.tray.size).toBe(0);
  });
  test("gives it back with a reason, and is open again once it is reopened", () => {
    days.write(leader, close);
    days.write(li, meeting({ on: "2022-06-30" }));
    const late = { workstation: li.workstation, n: li.n };
    expect(reasonOf(leader, () => ({ type: "late-returned", late, reason: "" }))).toBe(
      "reason-required",
    );
    expect(reasonOf(leader, () => ({ type: "late-returned", late, reason: "已有" }))).toBe(
      "recorded",
    );
    expect(days.ledger.returned.size).toBe(1);
    expect(
      reasonOf(leader, () => ({ type: "period-reopened", period: "2022-H1", reason: "漏" })),
    ).toBe("recorded");
    const before = days.ledger.entries.byId.size;
    days.write(li, meeting({ on: "2022-06-30" }));
    expect(days.ledger.entries.byId.size).toBe(before + 1);
  });
});
