import { beforeAll, describe, expect, test } from "vitest";
import { sampleHalfYear } from "../../cli/sample/half-year.ts";
import { sampleMembers } from "../../cli/sample/office.ts";
import type { MemberKey, SampleStep } from "../../cli/sample/step.ts";
import { decide } from "../../daemon/decide.ts";
import { beginning, hashOperation } from "../../shared/ledger/chain.ts";
import type { Entry } from "../../shared/ledger/entries.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Envelope, OperationBody } from "../../shared/ledger/operation.ts";
import { isActive, lastSpan } from "../../shared/ledger/positions.ts";
import { type Problem, statusOn } from "../../shared/ledger/problems.ts";
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { type Instant, LocalDate } from "../../shared/words/dates.ts";
import { Epoch, type Hash, MemberId, nameOf, WorkstationId } from "../../shared/words/ids.ts";

const text = builtInProfiles.get("township") ?? "";
const epoch = Epoch.parse("sampleepoch");
const lastDay = LocalDate.parse("2022-06-30");

function townshipProfile(): Profile {
  const read = readProfile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.profile;
}

/** Folds the sample without a daemon: every operation is asked for refusals and recorded. */
function playInProcess(profile: Profile, steps: readonly SampleStep[]) {
  let ledger: Ledger = emptyLedger;
  const names = new Map<string, string>();
  const heads = new Map<string, { n: number; previous: Hash }>();
  const declined: unknown[] = [];
  let count = 0;
  const member = (key: MemberKey) => MemberId.parse(`first-${2 + indexOf(key)}`);

  const write = (
    workstation: string,
    by: MemberId,
    clock: Instant,
    group: string,
    say: (id: string) => OperationBody,
  ) => {
    const { n, previous } = heads.get(workstation) ?? { n: 0, previous: beginning };
    const id = { workstation: WorkstationId.parse(workstation), n: n + 1 };
    const saw = { epoch, seq: ledger.seq };
    const body = say(nameOf(id));
    const operation: Envelope = { v: 1, id, previous, by, saw, clock, group, ...body };
    heads.set(workstation, { n: n + 1, previous: hashOperation(operation) });
    const decided = decide(ledger, [operation], clock);
    ledger = decided.ledger;
    declined.push(...decided.answers.filter(({ outcome }) => outcome !== "recorded"));
    count++;
  };

  const [admin] = sampleMembers;
  const start = "2021-12-27T00:00:00.000Z" as Instant;
  write("first", member(admin.key), start, "0", () => ({ type: "profile-adopted", text, profile }));
  for (const { key, ...said } of sampleMembers) {
    write("first", member(admin.key), start, "0", () => ({
      type: "member-added",
      member: { id: member(key), active: true, ...said, duties: [...said.duties] },
    }));
  }
  for (const [at, { at: clock, member: key, drafts }] of steps.entries()) {
    for (const draft of drafts) {
      write(`desk${key}`, member(key), clock, `step-${at}`, (id) => {
        if (draft.key !== undefined) {
          if (names.has(draft.key)) throw new Error(`two records are called ${draft.key}`);
          names.set(draft.key, id);
        }
        const ref = (other: string) => {
          const name = names.get(other);
          if (name === undefined) throw new Error(`nothing is called ${other} yet`);
          return name;
        };
        return draft.body({ id, ref, member });
      });
    }
  }
  return { ledger, declined, count };
}
const indexOf = (key: MemberKey) => sampleMembers.findIndex((one) => one.key === key);

const profile = townshipProfile();
const steps = sampleHalfYear(profile);
let played: ReturnType<typeof playInProcess>;
beforeAll(() => {
  played = playInProcess(profile, steps);
});

/** Those that count: not voided, and of a day of the half-year. */
const entriesOf = (...kinds: string[]): Entry[] =>
  [...played.ledger.entries.byId.values()].filter(
    ({ kind, on, trail }) =>
      kinds.includes(kind) && !trail.voided && on.startsWith("2022-0") && on < "2022-07",
  );
const marked = (mark: string) =>
  entriesOf("study").filter(({ marks }) => marks.some((one) => one === mark));
const positionOf = ({ inspection }: Entry) =>
  inspection && played.ledger.positions.get(inspection.position);
const villages = new Set(
  profile.units.filter(({ type }) => type === "village").map(({ id }) => id),
);
const villagesIn = (entries: readonly Entry[]) =>
  new Set(entries.flatMap(({ units }) => units).filter((unit) => villages.has(unit)));
const groups = () =>
  [...played.ledger.positions.values()].filter(({ category }) => category === "work-group");

test("every operation of the sample is recorded, about 700 of them", () => {
  expect(played.declined).toEqual([]);
  expect(played.ledger.seq).toBe(played.count);
  expect(played.ledger.tray.size).toBe(0);
  const operations = steps.reduce((sum, { drafts }) => sum + drafts.length, 0);
  expect(operations).toBeGreaterThan(650);
  expect(operations).toBeLessThan(840);
});

test("the sample is the same every time, and in the order of its clock", () => {
  const said = (of: readonly SampleStep[]) =>
    of.map(({ at, member, drafts }) => [
      at,
      member,
      drafts.map(({ key, body }) => [
        key,
        body({ id: "some-1", ref: () => "some-2", member: () => "some-3" }),
      ]),
    ]);
  expect(said(sampleHalfYear(profile))).toEqual(said(steps));
  const clocks = steps.map(({ at }) => at);
  expect(clocks).toEqual([...clocks].sort());
});

test("it was written by all eight members, together or one by one", () => {
  expect(new Set(steps.map(({ member }) => member)).size).toBe(sampleMembers.length);
  expect(steps.some(({ drafts }) => drafts.length > 5)).toBe(true);
  expect(steps.some(({ drafts }) => drafts.length === 1)).toBe(true);
});

describe("the records hold the figures of the half-year, recounted here by hand", () => {
  test("sessions", () => {
    expect(entriesOf("special-session")).toHaveLength(2);
    expect(entriesOf("analysis-session")).toHaveLength(1);
  });

  test("sixteen studies, twelve and six, at least two of them both", () => {
    expect(entriesOf("study")).toHaveLength(16);
    expect(marked("theory-centre")).toHaveLength(12);
    expect(marked("discussion")).toHaveLength(6);
    const both = marked("theory-centre").filter((one) => marked("discussion").includes(one));
    expect(both.length).toBeGreaterThanOrEqual(2);
  });

  test("four topics, some studied more than once", () => {
    const titles = marked("key-topic").sort((a, b) => (a.on < b.on ? -1 : 1));
    expect(titles.length).toBeGreaterThan(4);
    expect([...new Set(titles.map(({ title }) => title))]).toEqual([
      "乡村振兴与基层治理",
      "新时代文明实践中心建设",
      "基层党组织建设的历史经验",
      "安全生产与防汛责任",
    ]);
  });

  test("the wall displays of all 23 villages, and the town's beside them", () => {
    const checks = entriesOf("position-check").filter(
      (entry) => positionOf(entry)?.category === "wall-display",
    );
    expect(villages.size).toBe(23);
    expect(villagesIn(checks).size).toBe(23);
    expect(checks.length).toBeGreaterThan(24);
    expect(checks.some(({ units }) => units.includes("town" as never))).toBe(true);
  });

  test("every problem on a village's wall was closed by another, one after it came back", () => {
    const problems = [...played.ledger.problems.values()].filter(
      ({ category, unit, on }) =>
        category === "wall-display" && unit !== undefined && villages.has(unit) && on <= lastDay,
    );
    expect(problems).toHaveLength(10);
    const rectifiedBy = ({ steps: taken }: Problem) =>
      taken.findLast(({ type }) => type === "problem-rectified")?.by;
    for (const problem of problems) {
      expect(statusOn(problem, lastDay)).toBe("closed");
      expect(problem.steps.at(-1)?.by).not.toBe(rectifiedBy(problem));
    }
    const reopened = problems.filter(({ steps: taken }) =>
      taken.some(({ type }) => type === "problem-reopened"),
    );
    expect(reopened).toHaveLength(2);
  });

  test("what failed raised a problem, and every problem of a check failed in it", () => {
    const failed = [...played.ledger.entries.byId.values()].flatMap(({ id, inspection }) =>
      (inspection?.items ?? []).filter(({ passed }) => !passed).map(({ item }) => `${id}/${item}`),
    );
    const raised = [...played.ledger.problems.values()].map(
      ({ inspection, item }) => `${inspection}/${item}`,
    );
    expect(raised.sort()).toEqual(failed.sort());
  });

  test("25 groups from before 2022, ten retired in the half-year, fifteen kept", () => {
    expect(groups()).toHaveLength(25);
    expect(groups().every(({ opened }) => opened < "2022")).toBe(true);
    const retired = groups().filter((group) => {
      const last = lastSpan(group)?.to;
      return last !== undefined && last >= "2022-01-01" && last <= lastDay;
    });
    expect(retired).toHaveLength(10);
    expect(groups().filter((group) => isActive(group, lastDay))).toHaveLength(15);
  });

  test("nine categories, the clinic and every exhibition among the checked positions", () => {
    const checked = entriesOf("position-check", "special-check").map(positionOf);
    expect(new Set(checked.map((position) => position?.category)).size).toBe(9);
    expect(profile.categories).toHaveLength(9);
    const clinic = entriesOf("special-check").filter(({ units }) =>
      units.includes("clinic" as never),
    );
    expect(clinic).toHaveLength(1);
    const venues = [...played.ledger.positions.values()].filter(
      ({ category }) => category === "exhibition",
    );
    expect(venues.length).toBeGreaterThan(2);
    expect(venues.filter((venue) => checked.includes(venue))).toEqual(venues);
  });

  test("a survey of customs in 23 villages, though the town itself stands beside them", () => {
    const surveys = entriesOf("customs-survey");
    expect(villagesIn(surveys).size).toBe(23);
    expect(new Set(surveys.flatMap(({ units }) => units)).size).toBe(24);
  });

  test("612 volunteer activities by four teams, in fewer entries", () => {
    const activities = entriesOf("volunteer-activity");
    expect(activities.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(612);
    expect(activities.length).toBeGreaterThanOrEqual(440);
    expect(activities.length).toBeLessThan(520);
    const teams = new Set(
      activities.flatMap(({ marks }) => marks).filter((mark) => mark.startsWith("team-")),
    );
    expect(teams.size).toBe(4);
    expect(villagesIn(activities).size).toBe(23);
  });

  test("what lies just outside would change them", () => {
    const outside = [...played.ledger.entries.byId.values()].filter(
      ({ on }) => on < "2022-01-01" || on > lastDay,
    );
    const kinds = new Set<string>(outside.map(({ kind }) => kind));
    for (const kind of ["study", "special-session", "volunteer-activity", "customs-survey"]) {
      expect(kinds).toContain(kind);
    }
  });
});

test("something was voided with a reason, and several records were amended", () => {
  const entries = [...played.ledger.entries.byId.values()];
  expect(entries.filter(({ trail }) => trail.voided?.reason)).toHaveLength(1);
  expect(entries.filter(({ trail }) => trail.seqs.length > 1).length).toBeGreaterThan(8);
  expect(entries.filter(({ trail }) => trail.conflicts)).toEqual([]);
});

test("every statement of the profile was written", () => {
  const written = [...played.ledger.statements.values()].filter(({ text: words }) => words !== "");
  expect(written.map(({ statement }) => statement).sort()).toEqual(
    profile.statements.map(({ id }) => id).sort(),
  );
});
