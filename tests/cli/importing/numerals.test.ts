import fc from "fast-check";
import { expect, test } from "vitest";
import { readCount } from "../../../cli/importing/numerals.ts";

/** 1 to 9,999 as people write them; spelt here otherwise than in the program. */
function spell(number: number): string {
  const signs = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const digits = String(number).padStart(4, "0").split("").map(Number);
  const text = digits
    .map((digit, at) => (digit === 0 ? "零" : `${signs[digit]}${["千", "百", "十", ""][at]}`))
    .join("")
    .replaceAll(/零+/g, "零")
    .replace(/^零|零$/g, "");
  return text.replace(/零$/, "").replace(/^一十/, "十");
}
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test("a number is read back however it is written", () => {
  const measure = fc.constantFrom("", "人", "人次", "名", "次", "场", " 人 ");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), measure, (number, word) => {
      const written = [
        String(number),
        fullWidth(String(number)),
        number.toLocaleString("en-US"),
        spell(number),
        `${number}.0`,
        `共${number}`,
      ];
      for (const one of written) {
        expect([one + word, readCount(one + word)]).toEqual([one + word, { count: number }]);
      }
    }),
  );
});

test.each(["二十三人:23", "三场:3", "十二:12", "两次:2", "一百零五人:105", "贰拾叁:23", "0:0"])(
  "%s",
  (pair) => {
    const [text = "", count] = pair.split(":");
    expect(readCount(text)).toEqual({ count: Number(count) });
  },
);

test.each([
  ...["约30人", "30余人", "近百人", "30多人", "30-40人", "30人左右", "十余人", "几十人", "1.2万人"],
  ...["数十人", "30+", "不足30人", "二三人", "三五人", "上百人", ">20"],
])("%s is a rough number and no count", (text) => {
  expect(readCount(text)).toEqual({ wrong: "rough" });
});

test.each(["全体党员", "张三", "12.5", "-3", "1,23", "一百二", "2022-06-03", "=1+1", "1e3", "人"])(
  "%s is no count",
  (text) => expect(readCount(text)).toHaveProperty("wrong"),
);
