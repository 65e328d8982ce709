import { beforeEach, expect, test } from "vitest";
import type { Duty } from "../../shared/ledger/duties.ts";
import { compose } from "../../shared/report/compose.ts";
import { areaWords } from "../../shared/report/duty-words.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { fillTemplate } from "../../shared/report/template.ts";
import { dutiesOn, findDefaultOwner } from "../../shared/tally/default-owner.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { CategoryId, DutyId, UnitId } from "../../shared/words/ids.ts";
import { type Body, beginDays, type Days } from "../support/days.ts";
import type { Writer } from "../support/office.ts";
import { smallProfile } from "../support/profile.ts";
import { period, profileWith } from "../support/told.ts";

let days: Days;
let admin: Writer;
let leader: Writer;
let other: Writer;
let staff: Writer;
let clerk: Writer;

const day = (text: string) => text as LocalDate;
const write = (writer: Writer, body: Body) => {
  writer.saw = days.ledger.seq;
  const answer = days.write(writer, body);
  return answer.outcome === "declined" ? answer.refusal.reason : answer.outcome;
};
const assign = (of: Writer, more: object = {}, by = leader) =>
  write(by, (_, id) => ({
    type: "duty-assigned",
    duty: { id, member: of.member, standing: "area", from: "2022-01-01", area: "协调", ...more },
  }));
const last = (writer = leader) => `${writer.workstation}-${writer.n}` as DutyId;
const end = (duty: DutyId, on: string, by = leader) =>
  write(by, () => ({ type: "duty-ended", duty, on }));
const at = (duty: DutyId) => days.ledger.duties.get(duty) as Duty;
const owner = (about: object, on = "2022-04-01") =>
  findDefaultOwner(days.ledger, about as Parameters<typeof findDefaultOwner>[1], day(on));

beforeEach(() => {
  days = beginDays();
  [admin, leader, other, staff, clerk] = days.writers as [Writer, Writer, Writer, Writer, Writer];
});

test("the leader assigns a duty to a member, for something that the profile knows or in words", () => {
  expect(assign(staff, {}, clerk)).toBe("role-required");
  expect(assign(staff, { area: undefined })).toBe("area-required");
  expect(assign(staff, { kinds: ["meting"] })).toBe("no-such");
  expect(assign(staff, { units: ["nowhere"] })).toBe("no-such");
  expect(assign({ ...staff, member: "nobody01-1" } as Writer)).toBe("not-a-member");
  expect(assign(staff, { kinds: ["meeting"], categories: ["board"], units: ["east"] })).toBe(
    "recorded",
  );
  expect(areaWords(at(last()), smallProfile)).toBe("东村、宣传栏、会议、协调");
  expect(assign(leader, { standing: "first", area: undefined })).toBe("recorded");
});

test("it is in force from its first day to its last, both included, and can be resumed", () => {
  assign(staff);
  const duty = last();
  expect(end(duty, "2021-12-31")).toBe("step-before-last");
  expect(end(duty, "2022-06-30")).toBe("recorded");
  const inForce = (on: string) => dutiesOn(days.ledger, day(on)).length;
  expect(["2021-12-31", "2022-01-01", "2022-06-30", "2022-07-01"].map(inForce)).toEqual([
    0, 1, 1, 0,
  ]);
  expect(write(leader, () => ({ type: "duty-resumed", duty }))).toBe("recorded");
  expect(inForce("2022-07-01")).toBe(1);
});

test("two last days that met unseen are both kept, until somebody settles it", () => {
  assign(staff);
  const duty = last();
  other.saw = days.ledger.seq;
  end(duty, "2022-05-31");
  days.write(other, () => ({ type: "duty-ended", duty, on: "2022-06-30" }));
  expect(at(duty)).toMatchObject({ until: "2022-05-31" });
  expect(at(duty).trail.conflicts).toMatchObject([{ field: "until", value: "2022-06-30" }]);
  expect(end(duty, "2022-06-30")).toBe("recorded");
  expect(at(duty).until).toBe("2022-06-30");
  expect(at(duty).trail.conflicts).toBeUndefined();
});

test("a problem is offered to whoever answers for it: the keeper, the nearest area, the direct one", () => {
  expect(owner({ unit: "east" })).toBeUndefined();
  assign(other, { standing: "direct", area: undefined });
  assign(clerk, { units: ["east"], area: undefined });
  assign(staff, { units: ["east"], categories: ["board"], area: undefined });
  expect(owner({ unit: "east" as UnitId })).toBe(clerk.member);
  expect(owner({ unit: "east" as UnitId, category: "board" as CategoryId })).toBe(staff.member);
  expect(owner({ unit: "west" as UnitId, category: "board" as CategoryId })).toBe(other.member);
  expect(owner({ unit: "east" as UnitId }, "2021-12-31")).toBeUndefined();
  write(leader, (_, id) => ({
    type: "position-opened",
    position: {
      id,
      name: "栏",
      category: "board",
      quantity: 1,
      unit: "east",
      opened: "2021-01-01",
      owner: admin.member,
    },
  }));
  expect(owner({ position: last() })).toBe(admin.member);
  write(admin, () => ({
    type: "member-changed",
    member: staff.member,
    changes: { active: false },
  }));
  expect(owner({ unit: "east" as UnitId, category: "board" as CategoryId })).toBe(clerk.member);
});

test("a report names those in force on the closing day, and says where there is nobody", () => {
  const body = "{first-responsible}负总责，{directly-responsible}具体抓，{responsible-areas}。";
  const profile = profileWith({
    outline: { title: ["报告"], body: [{ paragraph: body }] },
  });
  write(admin, () => ({ type: "profile-adopted", text: "{}", profile }));
  const report = () =>
    toText(compose(days.ledger, period()) as never)
      .trim()
      .split("\n")
      .at(-1);
  expect(report()).toBe(
    "〔待定：第一责任人〕负总责，〔待定：直接责任人〕具体抓，〔待定：责任分工〕。",
  );
  assign(leader, { standing: "first", area: undefined });
  assign(other, { standing: "direct", area: undefined });
  end(last(), "2022-06-29");
  assign(staff, { standing: "direct", from: "2022-06-30", area: undefined });
  assign(clerk, { categories: ["board"] });
  expect(report()).toBe("成员0负总责，成员2具体抓，成员3负责宣传栏、协调。");
  const filled = (template: string) => fillTemplate(template, days.ledger, period());
  expect(filled("{{ 第一责任人 }}，{{ directly-responsible }}")).toEqual({
    ok: true,
    text: "成员0，成员2",
  });
});
