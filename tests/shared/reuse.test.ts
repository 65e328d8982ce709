/** Last period's words: what stays, what becomes a place to fill, and that no number comes along. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkReport } from "../../shared/report/check/check.ts";
import { errorsIn } from "../../shared/report/check/severity.ts";
import { documentFor } from "../../shared/report/document-for.ts";
import { reusableFrom } from "../../shared/report/reusable.ts";
import { slotsIn, withoutNumbers } from "../../shared/report/reuse.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { smallProfile } from "../support/profile.ts";
import { logged, period, profileWith, stated, tell, tellOn, times } from "../support/told.ts";

test.each([
  ["一是学习不够，全镇14个村", "一是学习不够，全镇〔数字〕个村"],
  ["2022年上半年开会三次", "〔数字〕年上半年开会〔数字〕次"],
  ["约600余人次，占94.12%", "约〔数字〕人次，占〔数字〕%"],
  ["投入１，２００元、3.5万元", "投入〔数字〕元、〔数字〕元"],
  [
    "6月12日召开第三次会议，统一思想，进一步一抓到底",
    "〔数字〕月〔数字〕日召开第三次会议，统一思想，进一步一抓到底",
  ],
  ["二十三个村、两块牌、十余场", "〔数字〕个村、〔数字〕块牌、〔数字〕场"],
  ["还差〔数字〕次，〔集中学习〕次", "还差〔数字〕次，〔集中学习〕次"],
  ["按照X发〔2022〕5号文件", "按照X发〔文号〕文件"],
  ["干部素质有待提高。\n万事俱备", "干部素质有待提高。\n万事俱备"],
])("%s", (before, after) => {
  expect(withoutNumbers(before, [])).toBe(after);
});

test("no digit of any text comes along", () => {
  const anyText = fc.string({
    unit: fc.constantFrom(..."0123456789０９，.万余次个年月日会是第一二十%〔〕\n "),
    maxLength: 40,
  });
  fc.assert(
    fc.property(anyText, (text) => {
      const left = withoutNumbers(text, []);
      expect(left).not.toMatch(/[\d０-９]/u);
    }),
  );
});

const office = () =>
  tell(
    profileWith({ ...smallProfile, outline: { title: ["报告"], body: [{ statement: "plans" }] } }),
    ...times(3, () => logged("meeting", { on: "2022-03-01" })),
    stated("plans", "去年开会3次，走访3户"),
  );

test("a number that was an indicator's becomes that indicator's place", () => {
  const ledger = office();
  expect(withoutNumbers("开会3次，走访3户", tallyAll(ledger, period()))).toBe(
    "开会〔会议〕次，走访〔数字〕户",
  );
});

test("what is written already stays, and places that nobody filled hold the report up", () => {
  const ledger = office();
  const [h1, h2] = [period("2022-H1"), period("2022-H2")];
  const found = reusableFrom(ledger, h1, h2);
  expect(found).toMatchObject([
    { statement: "plans", text: "去年开会〔会议〕次，走访〔数字〕户", slots: 2 },
  ]);
  expect(reusableFrom(ledger, h2, h1)).toEqual([]);
  const reused = tellOn(ledger, () => ({
    type: "statement-written",
    period: "2022-H2",
    statement: "plans",
    text: found[0]?.text ?? "",
  }));
  expect(reusableFrom(reused, h1, h2)).toEqual([]);
  const document = documentFor(reused, h2);
  if (!document) throw new Error("no profile");
  const errors = errorsIn(checkReport(document, reused));
  expect(errors.map((error) => ("slot" in error ? error.slot : error.issue))).toEqual([
    "〔会议〕",
    "〔数字〕",
  ]);
  expect(slotsIn("见X发〔2022〕5号")).toEqual([]);
});
