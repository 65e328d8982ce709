import { describe, expect, test } from "vitest";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import { fillTemplate } from "../../shared/report/template.ts";
import { logged, period, profileWith, stated, tell } from "../support/told.ts";

const meetings = (id: string, label: string, measure = "count", more: object = {}) => ({
  id,
  label,
  unit: "次",
  question: { of: "entries", measure, where: { kinds: ["meeting"] } },
  ...more,
});
const profile = profileWith({
  indicators: [
    meetings("study", "集中学习"),
    meetings("study-joint", "联合学习（扩大）"),
    meetings("topics", "学习专题", "list-titles"),
    meetings("period", "周期"),
    meetings("old-study", "旧指标", "count", { retired: true }),
    meetings("trap", "study"),
  ],
  statements: [
    { id: "plans", label: "打算" },
    { id: "gaps", label: "不足" },
  ],
});
const evil = "{{ study }}{% include '/etc/passwd' %}";
const ledger = tell(
  profile,
  logged("meeting", { title: "春耕" }),
  logged("meeting", { title: evil }),
  stated("plans", `多读书\n${evil}`),
);
const fill = (source: string) => {
  const filled = fillTemplate(source, ledger, period());
  return filled.ok ? filled.text : filled.error;
};

describe("a template names figures and statements", () => {
  test.each([
    ["{{ study }}", "2次"],
    ["{{ 集中学习 }}", "2次"],
    ["{{集中学习}}", "2次"],
    ["{{ study-joint }}", "2次"],
    ["{{ 联合学习（扩大） }}", "2次"],
    ["{{ study.value }}|{{ study.text }}|{{ study.unit }}|{{ study.label }}", "2|2|次|集中学习"],
    ["{{ study.sources | join: ' ' }}", "told0001-2 told0001-3"],
    ["{{ topics.list[0] }}、{{ topics.list.size }}", "春耕、2"],
    ["{{ office }}{{ period }}", "测试单位2022年上半年"],
    ["{{ 打算 }}", `多读书\n${evil}`],
    [
      "{% for line in plans.lines %}{{ forloop.index }}.{{ line }};{% endfor %}",
      `1.多读书;2.${evil};`,
    ],
    ["{{ gaps }}{% unless gaps.written %}!{% endunless %}", "〔待填：不足〕!"],
  ])("%s", (source, text) => {
    expect(fill(source)).toBe(text);
  });

  test("a figure is compared and reckoned with as its value", () => {
    expect(fill("{% if study > 1 %}多{% endif %}{% if 集中学习 < 2 %}少{% endif %}")).toBe("多");
    expect(fill("{{ study | plus: 3 }}")).toBe("5");
  });

  test("the office and the period keep their names, and an id goes before a label", () => {
    expect(fill("{{ period }}")).toBe("2022年上半年");
    expect(fill("{{ study.label }}")).toBe("集中学习");
  });

  test("an office without a profile has a period and nothing else", () => {
    expect(fillTemplate("{{ period }}", emptyLedger, period())).toMatchObject({ ok: true });
    expect(fillTemplate("{{ office }}", emptyLedger, period())).toMatchObject({
      error: { issue: "unknown-name", name: "office" },
    });
  });
});

describe("what is not known is an error with its place and the name that was meant", () => {
  test.each([
    ["a\n  {{ stduy }}", "unknown-name", 2, 6, "stduy", "study"],
    ["{{ 集中学席 }}", "unknown-name", 1, 4, "集中学席", "集中学习"],
    ["{{ study.vlaue }}", "unknown-name", 1, 4, "study.vlaue", "study.value"],
    ["{{ old-study }}", "unknown-name", 1, 4, "old-study", undefined],
    ["{% if stduy %}x{% endif %}", "unknown-name", 1, 7, "stduy", "study"],
    ["{{ study | upcas }}", "unknown-filter", 1, 1, "upcas", "upcase"],
    ["\n{% iff study %}", "unknown-tag", 2, 1, "iff", "if"],
  ])("%j", (source, issue, line, column, name, nearest) => {
    const error = fill(source);
    expect(error).toMatchObject({ issue, line, column, name });
    if (nearest) expect(error).toMatchObject({ nearest });
  });

  test.each(["{{ study ", "{% if study %}", "{% for %}", "{% if %}{% endif %}"])(
    "%j is no template",
    (source) => {
      expect(fill(source)).toMatchObject({ issue: "not-a-template", line: 1 });
    },
  );
});

describe("a template reaches nothing but its names", () => {
  test.each([
    "{% include 'package.json' %}",
    "{% render './package.json' %}",
    "{% layout '/etc/passwd' %}",
    "{% block x %}{% endblock %}",
  ])("%s takes in no file", (source) => {
    expect(fill(source)).toMatchObject({ issue: "unknown-tag" });
  });

  test.each([
    "{{ constructor }}",
    "{{ study.constructor }}",
    "{{ study.__proto__ }}",
    "{{ plans.text.constructor }}",
    "{{ study.sources.constructor }}",
    "{{ hasOwnProperty }}",
  ])("%s is an unknown name", (source) => {
    expect(fill(source)).toMatchObject({ issue: "unknown-name" });
  });

  test("what people typed is put out and never becomes a template", () => {
    expect(fill("{{ topics.names }}")).toBe(`春耕、${evil}`);
    expect(
      fill("{% assign typed = plans.lines[1] %}{{ typed }}{{ typed | append: '{{ study }}' }}"),
    ).toBe(`${evil}${evil}{{ study }}`);
  });

  test.each([
    ["a loop without end", "{% for i in (1..1000000000) %}x{% endfor %}"],
    [
      "loops in loops",
      "{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}",
    ],
    [
      "a text that doubles itself",
      "{% assign s = 'aaaaaaaaaa' %}{% for i in (1..100) %}{% assign s = s | append: s %}{% endfor %}",
    ],
    [
      "a capture that doubles itself",
      "{% assign s = 'aaaaaaaaaa' %}{% for i in (1..100) %}{% capture t %}{{s}}{{s}}{% endcapture %}{% assign s = t %}{% endfor %}{{ s }}",
    ],
    ["a template of a million characters", "字".repeat(1_000_000)],
    ["nesting without end", "{% if study %}".repeat(9_000) + "{% endif %}".repeat(9_000)],
  ])("%s is too much", (_, source) => {
    expect(fill(source)).toMatchObject({ issue: "too-much" });
  });
});
