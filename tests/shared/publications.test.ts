import { beforeEach, describe, expect, test } from "vitest";
import {
  nextReview,
  signaturesIn,
  stageOf,
  stageOn,
} from "../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../shared/ledger/publications.ts";
import { Profile } from "../../shared/profile/profile.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { PublicationId } from "../../shared/words/ids.ts";
import { type Body, beginDays, type Days } from "../support/days.ts";
import type { Writer } from "../support/office.ts";
import { smallProfile } from "../support/profile.ts";

let days: Days;
let admin: Writer;
let leader: Writer;
let other: Writer;
let staff: Writer;
let clerk: Writer;
let publication: PublicationId;

const reviews = [
  { review: "first", label: "初审" },
  { review: "second", label: "复审" },
  { review: "final", label: "终审" },
];
const day = (text: string) => text as LocalDate;
const at = () => days.ledger.publications.get(publication) as Publication;
const said = (answer: ReturnType<Days["write"]>) =>
  answer.outcome === "declined" ? answer.refusal.reason : answer.outcome;
const write = (writer: Writer, body: Body) => {
  writer.saw = days.ledger.seq;
  return said(days.write(writer, body));
};
const take = (writer: Writer, type: string, on = "2022-04-10", more: object = {}) =>
  write(writer, () => ({ type, publication, on, ...more }));
const sign = (writer: Writer, review: string, on?: string, more: object = {}) =>
  take(writer, "publication-reviewed", on, {
    review,
    opinion: "同意",
    proofreading: "无差错",
    ...more,
  });
const signAll = () => [sign(staff, "first"), sign(other, "second"), sign(leader, "final")];
const release = (on = "2022-04-12", more: object = { outlet: "镇政府网站" }) =>
  take(clerk, "publication-released", on, more);
const draft = (more: object = {}): Body => {
  return (_, id) => ({
    type: "publication-drafted",
    publication: { id, title: "春耕见闻", on: "2022-04-01", reprint: false, reviews, ...more },
  });
};
const amend = (writer: Writer, changes: object) =>
  write(writer, () => ({ type: "publication-amended", publication, changes }));

beforeEach(() => {
  days = beginDays();
  [admin, leader, other, staff, clerk] = days.writers as [Writer, Writer, Writer, Writer, Writer];
  write(clerk, draft());
  publication = `${clerk.workstation}-${clerk.n}` as PublicationId;
});

describe("the reviews", () => {
  test("follow each other, and what is not signed to the last does not go out", () => {
    expect(sign(staff, "second")).toBe("not-the-next-review");
    expect(release()).toBe("stage-not-fit");
    expect(sign(staff, "first")).toBe("recorded");
    expect([stageOf(at()), nextReview(at())?.label]).toEqual(["in-review", "复审"]);
    expect(sign(other, "second")).toBe("recorded");
    expect(release()).toBe("stage-not-fit");
    expect(sign(leader, "final")).toBe("recorded");
    expect(stageOf(at())).toBe("approved");
    expect(release()).toBe("recorded");
    expect(stageOf(at())).toBe("released");
  });

  test("are signed by different members, the last by a leader", () => {
    expect(sign(other, "first")).toBe("recorded");
    expect(sign(other, "second")).toBe("signed-already");
    expect(sign(staff, "second")).toBe("recorded");
    expect(sign(clerk, "final")).toBe("role-required");
    expect(sign(other, "final")).toBe("signed-already");
    expect(sign(admin, "final")).toBe("recorded");
    const [first] = at().steps;
    expect(first).toMatchObject({ by: other.member, opinion: "同意", proofreading: "无差错" });
  });

  test("may begin with its author, and are no further the author's", () => {
    expect(sign(clerk, "first")).toBe("recorded");
    expect(write(leader, draft())).toBe("recorded");
    publication = `${leader.workstation}-${leader.n}` as PublicationId;
    sign(staff, "first");
    expect(sign(leader, "second")).toBe("reviewed-by-its-author");
  });

  test("say what was thought and what the proofreading found, on a day that fits", () => {
    expect(sign(staff, "first", "2022-04-02", { opinion: " " })).toBe("malformed");
    expect(sign(staff, "first", "2022-04-02", { proofreading: "" })).toBe("malformed");
    expect(sign(staff, "first", "2022-03-31")).toBe("step-before-last");
  });

  test("begin anew when it is sent back, with a reason", () => {
    sign(staff, "first");
    sign(other, "second");
    expect(take(leader, "publication-sent-back", "2022-04-10", { reason: " " })).toBe(
      "reason-required",
    );
    const reason = { reason: "数字不符" };
    expect(take(leader, "publication-sent-back", "2022-04-10", reason)).toBe("recorded");
    expect(stageOf(at())).toBe("sent-back");
    expect(signaturesIn(at().steps)).toEqual([]);
    expect(sign(leader, "final")).toBe("not-the-next-review");
    expect(sign(other, "first")).toBe("recorded"); // another round: anybody once more
    expect(at().steps).toHaveLength(4); // the first round stays readable
  });

  test("are the profile's; another profile asks for others from then on", () => {
    const two = reviews.slice(1).map(({ review: id, label }) => ({ id, label }));
    const profile = Profile.parse({ ...smallProfile, publishing: { reviews: two } });
    expect(write(clerk, draft({ reviews: reviews.slice(0, 1) }))).toBe("other-reviews");
    clerk.saw = days.ledger.seq;
    write(admin, () => ({ type: "profile-adopted", text: "{}", profile }));
    expect(said(days.write(clerk, draft()))).toBe("recorded"); // had not seen the new one
    expect(write(clerk, draft())).toBe("other-reviews");
    expect(write(clerk, draft({ reviews: reviews.slice(1) }))).toBe("recorded");
    publication = `${clerk.workstation}-${clerk.n}` as PublicationId;
    sign(staff, "second");
    sign(leader, "final");
    expect(stageOf(at())).toBe("approved");
  });
});

describe("what was signed", () => {
  test("is changed only after it was sent back", () => {
    expect(amend(clerk, { title: "春耕备耕" })).toBe("recorded");
    expect(amend(staff, { title: "别人的" })).toBe("not-the-author");
    sign(staff, "first");
    expect(amend(clerk, { title: "又改" })).toBe("signed-text");
    take(staff, "publication-sent-back", "2022-04-10", { reason: "题目" });
    expect(amend(clerk, { title: "又改" })).toBe("recorded");
    expect(at().title).toBe("又改");
  });

  test("is not changed by one who had not seen the signature: both are kept, and settled", () => {
    clerk.saw = days.ledger.seq;
    sign(staff, "first");
    const amended: Body = () => ({
      type: "publication-amended",
      publication,
      changes: { title: "没看到签字" },
    });
    expect(said(days.write(clerk, amended))).toBe("recorded");
    expect(at().title).toBe("春耕见闻");
    expect(at().trail.conflicts).toMatchObject([
      { about: "field", field: "title", value: "没看到签字", by: clerk.member },
    ]);
    expect(amend(leader, { title: "没看到签字" })).toBe("signed-text");
    expect(amend(leader, { title: "春耕见闻" })).toBe("recorded"); // it stays as it was signed
    expect(at().trail.conflicts).toBeUndefined();
    expect(stageOf(at())).toBe("in-review");
  });

  test("of two signatures that met unseen the first counts, the second is a conflict", () => {
    other.saw = days.ledger.seq;
    sign(staff, "first");
    const second = days.write(other, () => ({
      type: "publication-reviewed",
      publication,
      on: "2022-04-11",
      review: "first",
      opinion: "同意",
      proofreading: "无差错",
    }));
    expect(second.outcome).toBe("recorded");
    expect(signaturesIn(at().steps).map(({ by }) => by)).toEqual([staff.member]);
    expect(at().trail.conflicts).toMatchObject([{ about: "step", by: other.member }]);
  });

  test("nobody signs twice, not even unseen", () => {
    sign(leader, "first");
    leader.saw = days.ledger.seq;
    sign(staff, "second");
    const again = days.write(leader, () => ({
      type: "publication-reviewed",
      publication,
      on: "2022-04-11",
      review: "final",
      opinion: "同意",
      proofreading: "无差错",
    }));
    expect(again.outcome).toBe("recorded");
    expect(stageOf(at())).toBe("in-review");
    expect(at().trail.conflicts).toMatchObject([{ about: "step", by: leader.member }]);
  });
});

describe("the release", () => {
  test("says where, and with levels in the profile of which level", () => {
    signAll();
    expect(release("2022-04-12", {})).toBe("channel-required");
    expect(release("2022-04-09")).toBe("step-before-last");
    const levels = [
      { id: "own", label: "本单位" },
      { id: "county", label: "县级", retired: true },
    ];
    const profile = Profile.parse({ ...smallProfile, publishing: { levels } });
    write(admin, () => ({ type: "profile-adopted", text: "{}", profile }));
    expect(release()).toBe("media-level-required");
    const at2 = (mediaLevel: string) => release("2022-04-12", { outlet: "网站", mediaLevel });
    expect([at2("city"), at2("county"), at2("own")]).toEqual(["no-such", "retired", "recorded"]);
    expect(at2("own")).toBe("recorded"); // in a second channel
  });

  test("of a reprint names whose it is", () => {
    expect(write(clerk, draft({ reprint: true }))).toBe("origin-required");
    expect(write(clerk, draft({ reprint: true, origin: "县融媒体中心" }))).toBe("recorded");
  });

  test("is followed by corrections and a withdrawal, never written over", () => {
    signAll();
    expect(take(clerk, "publication-corrected", "2022-04-13", { correction: "地名" })).toBe(
      "stage-not-fit",
    );
    release();
    expect(amend(clerk, { title: "改" })).toBe("signed-text");
    expect(take(clerk, "publication-corrected", "2022-04-13", { correction: " " })).toBe(
      "malformed",
    );
    expect(take(clerk, "publication-corrected", "2022-04-13", { correction: "地名" })).toBe(
      "recorded",
    );
    expect(take(clerk, "publication-withdrawn", "2022-04-20", { reason: "过时" })).toBe(
      "role-required",
    );
    expect(take(leader, "publication-withdrawn", "2022-04-20", { reason: "过时" })).toBe(
      "recorded",
    );
    expect(
      at()
        .steps.map(({ type }) => type)
        .slice(3),
    ).toEqual(["publication-released", "publication-corrected", "publication-withdrawn"]);
    expect(
      ["2022-03-31", "2022-04-10", "2022-04-12", "2022-04-20"].map((on) => stageOn(at(), day(on))),
    ).toEqual([undefined, "approved", "released", "withdrawn"]);
    expect(release("2022-04-21")).toBe("stage-not-fit");
  });

  test("in a closed period waits for the leader, also where it was drafted before", () => {
    signAll();
    write(leader, () => ({ type: "period-closed", period: "2022-04" }));
    expect(release("2022-04-30")).toBe("recorded");
    expect(stageOf(at())).toBe("approved");
    const [late] = [...days.ledger.tray.values()];
    expect(late?.operation.type).toBe("publication-released");
    expect(write(leader, () => ({ type: "late-admitted", late: late?.operation.id }))).toBe(
      "recorded",
    );
    expect(stageOf(at())).toBe("released");
    expect(at().trail.admitted).toBeDefined();
    // A void would change the figures of the closed period as well.
    const voided: Body = () => ({
      type: "record-voided",
      record: { type: "publication", id: publication },
      reason: "重复",
    });
    expect(write(leader, voided)).toBe("recorded");
    expect(at().trail.voided).toBeUndefined();
    expect(days.ledger.tray.size).toBe(1);
  });
});

test("one's own last step is taken back, another's or an earlier one is not", () => {
  sign(staff, "first");
  const first = `${staff.workstation}-${staff.n}`;
  const back = (writer: Writer, step: string) =>
    write(writer, () => ({ type: "publication-step-withdrawn", publication, step }));
  expect(back(clerk, first)).toBe("not-the-author");
  sign(other, "second");
  expect(back(staff, first)).toBe("not-the-last-step");
  expect(back(leader, `${other.workstation}-${other.n}`)).toBe("recorded"); // a leader may
  expect(back(staff, first)).toBe("recorded");
  expect(stageOf(at())).toBe("drafted");
});
