import fc from "fast-check";
import { expect, test } from "vitest";
import { printCount, printRate, toHanzi } from "../../shared/tally/wording.ts";

const floored = (value: number, to?: number) =>
  printCount(value, { rule: "floored", ...(to ? { to } : {}) });

test.each([
  [0, "0"],
  [9, "9"],
  [10, "10"],
  [11, "10余"],
  [99, "90余"],
  [100, "100"],
  [101, "100余"],
  [612, "600余"],
  [999, "900余"],
  [1_000, "1000"],
  [5_766, "5700余"],
  [9_999, "9900余"],
  [10_000, "1万"],
  [10_001, "1万余"],
  [12_345, "1.2万余"],
  [12_000, "1.2万"],
  [260_400, "26万余"],
  [261_000, "26.1万"],
])("%i without a step of its own is printed %s", (value, text) => {
  expect(floored(value)).toBe(text);
});

test.each([
  [612, 100, "600余"],
  [600, 100, "600"],
  [337, 10, "330余"],
  [12_345, 100, "12300余"],
  [12_345, 1_000, "1.2万余"],
  [26_000, 10_000, "2万余"],
])("%i in steps of %i is printed %s", (value, to, text) => {
  expect(floored(value, to)).toBe(text);
});

test.each([
  [45, 100, "40余"],
  [7, 100, "7"],
  [0, 100, "0"],
])("%i, which is below its step of %i, is never printed as 0余", (value, to, text) => {
  expect(floored(value, to)).toBe(text);
});

/** What a reader takes from the printed text. */
const read = (text: string): number => {
  const [, number, wan] = /^([\d.]+)(万)?余?$/.exec(text) ?? [];
  return Math.round(Number(number) * (wan ? 10_000 : 1));
};

test("余 stands only behind a base below the value, and no base is above it", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3_000_000 }),
      fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
      (value, to) => {
        const text = floored(value, to);
        if (text.endsWith("余")) expect(read(text)).toBeLessThan(value);
        else expect(read(text)).toBe(value);
        expect(read(text)).toBeGreaterThan(value > 0 ? 0 : -1);
        expect(text).not.toMatch(/\.\d\d/);
      },
    ),
  );
});

test.each([
  [0, "零"],
  [2, "二"],
  [9, "九"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [23, "二十三"],
  [100, "一百"],
  [105, "一百零五"],
  [110, "一百一十"],
  [111, "一百一十一"],
  [200, "二百"],
  [1_001, "一千零一"],
  [1_010, "一千零一十"],
  [1_100, "一千一百"],
  [10_000, "一万"],
  [10_010, "一万零一十"],
  [10_500, "一万零五百"],
  [12_000, "一万二千"],
  [100_000, "十万"],
  [120_034, "十二万零三十四"],
  [1_100_000, "一百一十万"],
  [10_050_000, "一千零五万"],
  [20_000_002, "二千万零二"],
  [99_999_999, "九千九百九十九万九千九百九十九"],
])("%i is %s", (value, text) => {
  expect(printCount(value, { rule: "hanzi" })).toBe(text);
});

test.each([-1, 1.5, 100_000_000])("%d, which has no such numeral, stays in digits", (value) => {
  expect(toHanzi(value)).toBe(String(value));
});

const digits = "零一二三四五六七八九";

/** Reads a numeral as people do: digit times place, and all before 万 ten thousand times. */
function readHanzi(text: string): number {
  const [low, high] = text.split("万").reverse() as [string, string | undefined];
  const four = (part: string): number => {
    let sum = 0;
    let digit: number | undefined;
    for (const sign of part) {
      const place = { 十: 10, 百: 100, 千: 1000 }[sign];
      if (place) {
        sum += (digit ?? 1) * place;
        digit = undefined;
      } else digit = digits.indexOf(sign);
    }
    return sum + (digit ?? 0);
  };
  return (high ? four(high) * 10_000 : 0) + four(low);
}

test("every Chinese numeral reads back as its number", () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999 }), (value) => {
      expect(readHanzi(toHanzi(value))).toBe(value);
      expect(toHanzi(value)).not.toMatch(/零零|.零$|两|^一十/);
    }),
  );
});

test("an exact count and a share are printed as they are", () => {
  expect(printCount(5_766, { rule: "exact" })).toBe("5766");
  expect(printRate(94.12)).toBe("94.12%");
  expect(printRate(100)).toBe("100%");
});
