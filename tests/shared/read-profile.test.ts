import { describe, expect, test } from "vitest";
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import type { Finding } from "../../shared/profile/finding.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";

const small = `
profile: 1
id: small
label: 小台账
office: { name: 某办公室 }
unitTypes:
  - { id: team, label: 组 }
units:
  - { id: east, label: 东组, type: team }
  - { id: west, label: 西组, type: team }
kinds:
  - { id: meeting, label: 会议, marks: [large] }
marks:
  - { id: large, label: 大型 }
  - { id: old-mark, label: 旧标记, retired: true }
categories:
  - { id: board, label: 公示栏, items: [{ id: clean, text: 整洁 }] }
indicators:
  - { id: meetings, label: 会议次数, question: { of: entries, measure: count, where: { kinds: [meeting] } } }
  - { id: large-meetings, label: 大型会议, question: { of: entries, measure: count, where: { marks: [large] } } }
  - { id: teams, label: 组数, question: { of: roster, measure: units, where: { unitTypes: [team] } } }
  - { id: share, label: 占比, question: { of: rate, part: large-meetings, whole: meetings } }
  - { id: old, label: 旧指标, retired: true, question: { of: problems, measure: count, moment: found } }
relations:
  - { type: among, whole: meetings, parts: [large-meetings] }
statements:
  - { id: summary, label: 小结 }
outline:
  title: ["{office}{period}总结"]
  body:
    - paragraph: "开会{meetings}，各组{teams:names}。"
    - statement: summary
`;

/** The findings of the small profile after one slip of the pen. */
function findingsAfter(from: string, to: string): readonly Finding[] {
  expect(small).toContain(from);
  const read = readProfile(small.replace(from, to));
  return read.ok ? [] : read.findings;
}

const lineOf = (part: string): number => small.slice(0, small.indexOf(part)).split("\n").length;

test.each([...builtInProfiles])("the built-in profile %s fits itself", (id, text) => {
  const read = readProfile(text);
  expect(read.ok ? [] : read.findings).toEqual([]);
  if (read.ok) expect(read.profile.id).toBe(id);
});

test("a built-in profile knows nothing about private people and what they think", () => {
  const outside = /宗教|教堂|寺|信众|信教|舆情|舆论|网民|言论|群众意见|村民|居民|身份证|手机号/u;
  for (const text of builtInProfiles.values()) expect(text).not.toMatch(outside);
});

test("the second profile is of another kind of office: no kind, mark or category is the first's", () => {
  const ids = [...builtInProfiles.values()].map((text) => {
    const read = readProfile(text);
    if (!read.ok) throw new Error("a built-in profile has findings");
    const { kinds, marks, categories } = read.profile;
    return [...kinds, ...marks, ...categories].map(({ id }): string => id);
  });
  const [first = [], second = []] = ids;
  expect(second.length).toBeGreaterThan(10);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
});

test("a profile is read with what it leaves unsaid filled in", () => {
  const read = readProfile(small);
  expect(read.ok && read.profile.kinds[0]).toEqual({
    id: "meeting",
    label: "会议",
    quantity: false,
    attendance: false,
    inspects: false,
    marks: ["large"],
    retired: false,
  });
});

describe("a name that nothing has is found, with its line and the name that was meant", () => {
  const cases: [string, string, string, Partial<Finding>][] = [
    [
      "a unit's type",
      "东组, type: team",
      "东组, type: teem",
      { path: "units.0.type", name: "teem", nearest: "team" } as Finding,
    ],
    [
      "a kind's mark",
      "marks: [large] }\nmarks",
      "marks: [lage] }\nmarks",
      { path: "kinds.0.marks.0", word: "mark", nearest: "large" } as Finding,
    ],
    [
      "an indicator's kind",
      "kinds: [meeting]",
      "kinds: [meting]",
      { path: "indicators.0.question.where.kinds.0", word: "kind", nearest: "meeting" } as Finding,
    ],
    [
      "an indicator's mark",
      "{ marks: [large] }",
      "{ marks: [largo] }",
      { path: "indicators.1.question.where.marks.0", word: "mark" } as Finding,
    ],
    [
      "an indicator's unit type",
      "unitTypes: [team]",
      "unitTypes: [tram]",
      { path: "indicators.2.question.where.unitTypes.0", word: "unit-type" } as Finding,
    ],
    [
      "an indicator's unit",
      "{ marks: [large] }",
      "{ units: [eest] }",
      { word: "unit", nearest: "east" } as Finding,
    ],
    [
      "an indicator's category",
      "{ marks: [large] }",
      "{ categories: [bord] }",
      { word: "category", nearest: "board" } as Finding,
    ],
    [
      "a rate's part",
      "part: large-meetings",
      "part: large-meeting",
      { path: "indicators.3.question.part", nearest: "large-meetings" } as Finding,
    ],
    [
      "a relation's whole",
      "whole: meetings, parts",
      "whole: meetngs, parts",
      { path: "relations.0.whole", nearest: "meetings" } as Finding,
    ],
    [
      "a relation's part",
      "parts: [large-meetings]",
      "parts: [large-meetigs]",
      { path: "relations.0.parts.0", nearest: "large-meetings" } as Finding,
    ],
    [
      "a figure of the outline",
      "开会{meetings}",
      "开会{meeting}",
      { path: "outline.body.0.paragraph", word: "indicator", nearest: "meetings" } as Finding,
    ],
    [
      "a statement of the outline",
      "- statement: summary",
      "- statement: sumary",
      { path: "outline.body.1.statement", word: "statement", nearest: "summary" } as Finding,
    ],
  ];
  test.each(cases)("%s", (_, from, to, finding) => {
    const line = lineOf(from);
    expect(findingsAfter(from, to)).toEqual([
      expect.objectContaining({ issue: "unknown", line, ...finding }),
    ]);
  });

  test("a choice's indicator, and a statement within a paragraph", () => {
    const text = `paragraph: ["会", { when: { indicator: shar, is: complete }, then: "{mettings}" }, { statement: sumary }]`;
    expect(findingsAfter('paragraph: "开会{meetings}，各组{teams:names}。"', text)).toMatchObject([
      {
        issue: "unknown",
        name: "shar",
        nearest: "share",
        path: "outline.body.0.paragraph.1.when.indicator",
      },
      { issue: "unknown", name: "mettings", path: "outline.body.0.paragraph.1.then" },
      { issue: "unknown", name: "sumary", path: "outline.body.0.paragraph.2.statement" },
    ]);
  });

  test("the marks among which are counted", () => {
    const from = "measure: count, where: { marks: [large] }";
    expect(findingsAfter(from, "measure: distinct-marks, among: [larg]")).toMatchObject([
      { issue: "unknown", word: "mark", path: "indicators.1.question.among.0" },
    ]);
  });

  test("nothing is suggested for a name that resembles none", () => {
    const [finding] = findingsAfter("kinds: [meeting]", "kinds: [xyz]");
    expect(finding).not.toHaveProperty("nearest");
  });
});

describe("a name given twice is found", () => {
  test.each([
    ["unit", "{ id: west,", "{ id: east,", "units.1.id"],
    ["mark", "{ id: old-mark,", "{ id: large,", "marks.1.id"],
    [
      "check-item",
      "text: 整洁 }",
      "text: 整洁 }, { id: clean, text: 完好 }",
      "categories.0.items.1.id",
    ],
    ["indicator", "{ id: old,", "{ id: meetings,", "indicators.4.id"],
  ])("a %s", (word, from, to, path) => {
    expect(findingsAfter(from, to)).toContainEqual(
      expect.objectContaining({ issue: "duplicate", word, path }),
    );
  });
  test("a label by which a template would call two indicators", () => {
    expect(findingsAfter("label: 大型会议", "label: 会议次数")).toMatchObject([
      { issue: "duplicate-label", word: "indicator", name: "会议次数" },
    ]);
  });
});

describe("nothing in use rests on what is retired", () => {
  test.each([
    ["a kind's mark", "marks: [large] }\nmarks", "marks: [old-mark] }\nmarks"],
    ["a relation", "parts: [large-meetings]", "parts: [old]"],
    ["a rate", "part: large-meetings", "part: old"],
    ["the outline", "开会{meetings}", "开会{old}"],
  ])("%s", (_, from, to) => {
    expect(findingsAfter(from, to)).toMatchObject([{ issue: "retired" }]);
  });
  test("but an indicator may go on asking for what was recorded before", () => {
    expect(findingsAfter("{ marks: [large] }", "{ marks: [old-mark] }")).toEqual([]);
  });
});

describe("a question that can have no answer is found", () => {
  test.each([
    [
      "rate-of-rate",
      "whole: meetings } }\n",
      "whole: share2 } }\n  - { id: share2, label: 另一占比, question: { of: rate, part: large-meetings, whole: meetings } }\n",
    ],
    ["rate-of-itself", "part: large-meetings", "part: share"],
    ["part-of-itself", "parts: [large-meetings]", "parts: [meetings]"],
    ["nameless", "开会{meetings}", "开会{meetings:names}"],
    ["broken-place", "开会{meetings}", "开会{meetings"],
    ["broken-place", "开会{meetings}", "开会{meetings:twice}"],
    ["broken-place", "{office}", "{office:bare}"],
  ])("%s", (issue, from, to) => {
    expect(findingsAfter(from, to)).toMatchObject([{ issue }]);
  });
  test("a count that is asked whether it is complete", () => {
    const to =
      "statement: summary\n    - paragraph: [{ when: { indicator: meetings, is: complete }, then: 已全部完成 }]";
    expect(findingsAfter("statement: summary", to)).toMatchObject([
      { issue: "never-complete", name: "meetings" },
    ]);
  });
});

describe("what does not fit the format is told with its place", () => {
  test("text that is no YAML", () => {
    expect(findingsAfter("units:\n", "units: [\n")).toContainEqual(
      expect.objectContaining({ issue: "not-yaml", line: expect.any(Number) }),
    );
  });
  test("an alias that names nothing", () => {
    expect(findingsAfter("label: 小台账", "label: *nothing")).toMatchObject([
      { issue: "not-yaml", detail: "BAD_ALIAS" },
    ]);
  });
  test("an empty text", () => {
    const read = readProfile("");
    expect(read.ok ? [] : read.findings).toMatchObject([{ issue: "misfit", path: "" }]);
  });
  test("a key that the format does not have", () => {
    expect(findingsAfter("label: 东组,", "label: 东组, colour: red,")).toMatchObject([
      { issue: "unknown-key", name: "colour", path: "units.0.colour", line: lineOf("label: 东组") },
    ]);
  });
  test("a key missing from a question", () => {
    expect(findingsAfter("measure: units, ", "")).toMatchObject([
      { issue: "misfit", path: "indicators.2.question.measure", line: lineOf("id: teams") },
    ]);
  });
  test("a part that is missing altogether", () => {
    expect(findingsAfter("label: 小台账\n", "")).toMatchObject([
      { issue: "misfit", detail: "missing", path: "label" },
    ]);
  });
  test("a slip within one shape of several", () => {
    expect(
      findingsAfter("- statement: summary", "- { statement: summary, form: rows }"),
    ).toMatchObject([{ issue: "misfit", path: "outline.body.1.form" }]);
  });
  test("all slips at once", () => {
    expect(findingsAfter("id: small\nlabel: 小台账", "id: Small\nlabel: ''")).toMatchObject([
      { issue: "misfit", path: "id" },
      { issue: "misfit", detail: "blank", path: "label" },
    ]);
  });
});
