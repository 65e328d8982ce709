/** The cases that a checker of figures must tell apart (DOMAIN 1.5), each as figures of a ledger. */
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import { errorsIn, severityOf } from "../../shared/report/check/severity.ts";
import { compose } from "../../shared/report/compose.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { logged, period, profileWith, stated, type Told, tell } from "../support/told.ts";

const sumOf = (
  id: string,
  label: string,
  unit: string,
  marks: string[] = [],
  more: object = {},
) => ({
  id,
  label,
  unit,
  question: {
    of: "entries",
    measure: "sum-quantity",
    where: { kinds: ["help"], ...(marks.length > 0 ? { marks } : {}) },
  },
  ...more,
});
const help = (quantity: number, ...marks: string[]): Told =>
  logged("help", { quantity, marks, on: "2022-03-01" });
/** An entry in each month, so that none is missed. */
const everyMonth = ["01", "02", "03", "04", "05", "06"].map((month) =>
  logged("meeting", { on: `2022-${month}-10` }),
);

interface Case {
  readonly indicators: readonly object[];
  readonly relations?: readonly object[];
  readonly text: string;
  readonly happened: readonly Told[];
  readonly name?: string;
}
function found({ indicators, relations = [], text, happened, name }: Case) {
  const outline = { title: ["报告"], body: [{ paragraph: text }, { statement: "plans" }] };
  const profile = profileWith({ indicators, relations, outline });
  const ledger: Ledger = tell(
    profile,
    ...everyMonth,
    stated("plans", "多读书。", name),
    ...happened,
  );
  const document = compose(ledger, period(name));
  if (!document) throw new Error("there is no document");
  const findings = checkReport(document, ledger);
  return {
    said: toText(document),
    issues: findings.map(({ issue }) => issue),
    errors: errorsIn(findings).map(({ issue }) => issue),
  };
}
const study = sumOf("study", "集中学习", "次");
const theory = sumOf("theory", "中心组学习", "次", ["open"]);
const discussion = sumOf("discussion", "专题研讨", "次", ["joint"]);
const overlapping = [help(10, "open"), help(2, "open", "joint"), help(4, "joint")];

describe("a checker of figures tells apart", () => {
  test("overlap: 其中 parts may overlap, each at most the whole", () => {
    const parts = ["theory", "discussion"];
    const { said, issues } = found({
      indicators: [study, theory, discussion],
      relations: [{ type: "among", whole: "study", parts }],
      text: "集中学习{study}，其中中心组{theory}、专题研讨{discussion}。",
      happened: overlapping,
    });
    expect(said).toContain("集中学习16次，其中中心组12次、专题研讨6次。");
    expect(issues).toEqual([]);
  });

  test("a part above its whole, which holds the export up", () => {
    const { issues, errors } = found({
      indicators: [study, theory, discussion],
      relations: [{ type: "among", whole: "discussion", parts: ["theory"] }],
      text: "专题研讨{discussion}，中心组{theory}。",
      happened: overlapping,
    });
    expect(issues).toEqual(["part-above-whole"]);
    expect(errors).toEqual(issues);
  });

  test("partition: 1418 = 747 + 671 adds up", () => {
    const { said, issues } = found({
      indicators: [
        sumOf("items", "发布", "条"),
        sumOf("own", "原创", "条", ["open"]),
        sumOf("passed-on", "转发", "条", ["joint"]),
      ],
      relations: [{ type: "respectively", whole: "items", parts: ["own", "passed-on"] }],
      text: "发布{items}，分别为原创{own}、转发{passed-on}。",
      happened: [help(747, "open"), help(671, "joint")],
    });
    expect(said).toContain("发布1418条，分别为原创747条、转发671条。");
    expect(issues).toEqual([]);
  });

  test("broken partition: 11279 is not what its parts come to, which holds the export up", () => {
    const { issues, errors } = found({
      indicators: [
        sumOf("all", "活动", "场次"),
        sumOf("own", "本级", "场次", ["open"]),
        sumOf("others", "其他", "场次", ["joint"]),
      ],
      relations: [{ type: "respectively", whole: "all", parts: ["own", "others"] }],
      text: "活动{all}，分别为{own}、{others}。",
      happened: [help(116 + 168 + 82, "open"), help(10_158 + 738, "joint"), help(17)],
    });
    expect(issues).toEqual(["broken-partition"]);
    expect(errors).toEqual(issues);
  });

  test("rate: computed, two decimals", () => {
    const { said, issues } = found({
      indicators: [
        sumOf("accounts", "账号", "个"),
        sumOf("bad", "不合格", "个", ["open"]),
        sumOf("good", "合格", "个", ["joint"]),
        { id: "rate", label: "合格率", question: { of: "rate", part: "good", whole: "accounts" } },
      ],
      text: "账号{accounts}，不合格{bad}，合格率{rate}。",
      happened: [help(3, "open"), help(48, "joint")],
    });
    expect(said).toContain("账号51个，不合格3个，合格率94.12%。");
    expect(issues).toEqual([]);
  });

  test("incomplete list: 包括 need not add up", () => {
    const { said, issues } = found({
      indicators: [
        sumOf("all", "公开", "条"),
        sumOf("policy", "政策", "条", ["open"]),
        sumOf("notice", "公告", "条", ["joint"]),
      ],
      relations: [{ type: "including", whole: "all", parts: ["policy", "notice"] }],
      text: "公开{all}，包括政策{policy}、公告{notice}。",
      happened: [help(137, "open"), help(13, "joint"), help(380)],
    });
    expect(said).toContain("公开530条，包括政策137条、公告13条。");
    expect(issues).toEqual([]);
  });

  test("hedged exact: a hedge with an unrounded number holds the export up", () => {
    const { said, issues, errors } = found({
      indicators: [sumOf("people", "参加", "人次")],
      text: "参加约{people}。",
      happened: [help(5766)],
    });
    expect(said).toContain("约5766人次");
    expect(issues).toEqual(["hedged-exact"]);
    expect(errors).toEqual(issues);
  });

  test("wrong scope: a number of the whole year in a half-year's report is said, and holds nothing up", () => {
    const { issues, errors } = found({
      indicators: [study],
      text: "全年，集中学习{study}。",
      happened: [help(16)],
    });
    expect(issues).toEqual(["other-days"]);
    expect(errors).toEqual([]);
  });

  test("merged bodies: two indicators in one figure are both shown", () => {
    const both = { of: "entries", measure: "count", where: { kinds: ["meeting", "check"] } };
    const { said, issues, errors } = found({
      indicators: [{ id: "both", label: "会议", unit: "场次", question: both }],
      text: "党委会、中心组共计{both}。",
      happened: [logged("check"), logged("check")],
    });
    expect(said).toContain("党委会、中心组共计8场次。");
    expect(issues).toEqual(["merged"]);
    expect(errors).toEqual([]);
  });
});

test("figures that contradict each other are errors, what is not done yet is not", () => {
  const place = { sentence: "" };
  const figure = { value: 0, text: "0" };
  expect(severityOf({ issue: "differs-from-ledger", number: "3次", figure, place })).toBe("error");
  expect(severityOf({ issue: "above-ledger", number: "600余次", figure, place })).toBe("error");
  expect(severityOf({ issue: "typed-figure", number: "3次", figure, place })).toBe("warning");
  expect(severityOf({ issue: "missing-months", months: ["2022-06"] })).toBe("warning");
});
