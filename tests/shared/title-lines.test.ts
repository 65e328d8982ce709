import { describe, expect, test } from "vitest";
import { placeSignature } from "../../shared/report/signature.ts";
import { widthOf } from "../../shared/report/text-width.ts";
import { titleLines } from "../../shared/report/title-lines.ts";

const broken = (...pieces: string[]) => titleLines([pieces], 20);

describe("a title is broken by its sense, into a trapezoid or a diamond", () => {
  test.each([
    [["青禾镇党委", "2022年上半年", "工作总结"], ["青禾镇党委2022年上半年工作总结"]],
    [
      ["青禾镇安全生产监督管理办公室", "2022年上半年", "安全生产工作总结"],
      ["青禾镇安全生产监督管理办公室", "2022年上半年安全生产工作总结"],
    ],
    [
      [
        "青禾镇人民政府",
        "2022年1月1日至5月31日",
        "关于学习贯彻《中华人民共和国安全生产法》的情况报告",
      ],
      [
        "青禾镇人民政府",
        "2022年1月1日至5月31日关于学习贯彻",
        "《中华人民共和国安全生产法》的情况报告",
      ],
    ],
  ])("%s", (pieces, lines) => {
    expect(broken(...pieces)).toEqual(lines);
  });

  test("the lines that the profile gives are kept", () => {
    expect(titleLines([["甲"], ["乙", "丙"]], 20)).toEqual(["甲", "乙丙"]);
  });

  test("no line is too long, none begins with what belongs before, and none has a waist", () => {
    const lines = broken(
      "中共青禾镇委员会",
      "关于2022年上半年落实全面从严治党主体责任和宣传思想文化工作责任制情况的报告",
    );
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(widthOf(line)).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[的和、，》”）]/u);
    }
    const widths = lines.map(widthOf);
    const waist = widths.slice(1, -1).some((width, at) => {
      return width < (widths[at] ?? 0) && width < (widths[at + 2] ?? 0);
    });
    expect(waist).toBe(false);
  });

  test("what has no place to break is left to the reader's program, soon", () => {
    const began = performance.now();
    expect(broken("很".repeat(200)).join("")).toBe("很".repeat(200));
    expect(broken("a ".repeat(100)).join("")).toBe("a ".repeat(100));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("where the signature stands, in characters that are free on the right", () => {
  test.each([
    // name of 10, date of 6.5 characters
    ["青禾镇安全生产办公室", "2022年6月30日", false, { nameFree: 2, dateFree: 3.5 }],
    // a date longer than the name takes the 2 itself, and the name moves left
    ["安全办", "2022年6月30日", false, { nameFree: 7.5, dateFree: 2 }],
    ["青禾镇人民政府", "", false, { nameFree: 2, dateFree: 0 }],
    ["青禾镇人民政府", "2022年6月30日", true, { nameFree: 3.75, dateFree: 4 }],
    [
      "一个名称很长很长很长很长很长很长的办公室",
      "2022年6月30日",
      true,
      { nameFree: 0, dateFree: 4 },
    ],
  ])("%s %s, seal: %s", (name, date, seal, place) => {
    expect(placeSignature(name, date, seal)).toEqual(place);
  });
});
