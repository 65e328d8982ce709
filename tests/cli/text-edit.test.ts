import fc from "fast-check";
import type { Key } from "ink";
import { describe, expect, test } from "vitest";
import { sparkline } from "../../cli/tui/ui/bars.ts";
import { fromCells, toCells } from "../../cli/tui/ui/cell-width.ts";
import { findOptions } from "../../cli/tui/ui/field.ts";
import { edit, insert, type Line, lineOf, move, remove, view } from "../../cli/tui/ui/text-edit.ts";
import { splitKeys } from "../../cli/tui/ui/use-keys.ts";
import { windowStart } from "../../cli/tui/ui/use-list.ts";
import { drawable, graphemesOf, padTo, truncate, widthOf, wrap } from "../../cli/tui/ui/width.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("会", "议", "a", "。", "𠮷", "é", "👨‍👩‍👧", "한", "ｶ", "①", "👍🏽"),
  }),
);

describe("width", () => {
  test("what is cut or padded has exactly the room it is given", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, cells) => {
        expect(widthOf(truncate(text, cells))).toBeLessThanOrEqual(Math.max(cells, widthOf("")));
        expect(widthOf(padTo(text, cells))).toBe(cells);
      }),
    );
  });
  test("wrapped lines fit, and together they are the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 20 }), (text, cells) => {
        const flat = text.replaceAll("\n", "");
        const lines = wrap(flat, cells);
        expect(lines.join("")).toBe(drawable(flat));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(cells);
      }),
    );
  });
  test("a table's cells are as long as they are wide, and are drawn as they were", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cells = toCells(text);
        expect(cells.length).toBe(widthOf(fromCells(cells)));
      }),
    );
    const rows = ["会议", "志愿服务(社区)", "「全角」", "𠮷", "한국어", "👨‍👩‍👧", "①℃…"];
    for (const row of rows) expect(fromCells(toCells(row))).toBe(drawable(row));
  });
});

describe("a line being edited", () => {
  test("what was typed stands where the caret was, and Backspace takes it back", () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 30 }), (text, back) => {
        const start = move(lineOf(text), -back);
        const typed = insert(start, "会");
        expect(remove(typed, -1)).toEqual(start);
      }),
    );
  });
  test("people's characters are taken away whole", () => {
    expect(remove(lineOf("会👨‍👩‍👧"), -1).text).toBe("会");
    expect(remove(move(lineOf("会议"), -2), 0).text).toBe("议");
    expect(remove(lineOf(""), -1).text).toBe("");
  });
  test("the caret is always within what is shown", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat({ max: 30 }),
        fc.integer({ min: 4, max: 20 }),
        (text, back, cells) => {
          const { shown, caret } = view(move(lineOf(text), -back), cells);
          expect(widthOf(shown)).toBeLessThanOrEqual(cells);
          expect(caret).toBeGreaterThanOrEqual(0);
          expect(caret).toBeLessThanOrEqual(cells);
        },
      ),
    );
  });
  const ctrl = (letter: string) => [letter, { ctrl: true } as Key] as const;
  const alt = (letter: string) => [letter, { meta: true } as Key] as const;
  const press = (line: Line, ...keys: readonly (readonly [string, Key])[]) =>
    keys.reduce((now, [input, key]) => edit(now, input, key) ?? now, line);
  const at = (text: string): Line => {
    const [before = "", after = ""] = text.split("|");
    return { ...lineOf(before), text: before + after };
  };
  const shown = ({ text, at: place }: Line) =>
    `${graphemesOf(text).slice(0, place).join("")}|${graphemesOf(text).slice(place).join("")}`;
  const named = (name: string) => ["", { [name]: true } as unknown as Key] as const;
  const byWord = (name: string, how = "ctrl") =>
    ["", { [name]: true, [how]: true } as unknown as Key] as const;

  test("Ctrl with a letter does what it does in a shell", () => {
    expect(shown(press(at("集中学|习"), ctrl("a")))).toBe("|集中学习");
    expect(shown(press(at("集中学|习"), ctrl("e")))).toBe("集中学习|");
    expect(shown(press(at("集中学|习"), ctrl("u")))).toBe("|习");
    expect(shown(press(at("集中学|习"), ctrl("k")))).toBe("集中学|");
    expect(shown(press(at("集中学|习"), ctrl("d")))).toBe("集中学|");
    expect(shown(press(at("集中学|习"), ctrl("b")))).toBe("集中|学习");
    expect(shown(press(at("集中学|习"), ctrl("f")))).toBe("集中学习|");
    expect(shown(press(at("集中学|习"), named("delete")))).toBe("集中学|");
    expect(shown(press(at("集中学|习"), named("backspace")))).toBe("集中|习");
    expect(shown(press(at("a|b"), named("home"), named("delete")))).toBe("|b");
  });
  test("words are taken and walked over as a reader sees them, also without blanks between", () => {
    expect(shown(press(at("召开会议 3 次|"), ctrl("w")))).toBe("召开会议 3 |");
    expect(shown(press(at("召开会议|"), ctrl("w")))).toBe("召开|");
    expect(shown(press(at("召开会议，  |后面"), ctrl("w")))).toBe("召开|后面");
    expect(shown(press(at("plan of work|"), ctrl("w"), ctrl("w")))).toBe("plan |");
    expect(shown(press(at("召开会议|"), byWord("leftArrow")))).toBe("召开|会议");
    expect(shown(press(at("|召开会议"), byWord("rightArrow", "meta")))).toBe("召开|会议");
    expect(shown(press(at("plan| of work"), alt("f"), alt("b"), alt("d")))).toBe("plan | work");
    expect(shown(press(at("召开会议|"), byWord("backspace", "meta")))).toBe("召开|");
    expect(shown(press(at("...|"), ctrl("w")))).toBe("|");
  });
  test("other keys edit nothing, and an empty line leaves Backspace to its field", () => {
    const others = [ctrl("s"), alt("x"), named("return"), ["学", {} as Key]] as const;
    for (const [input, key] of others) expect(edit(lineOf("会"), input, key)).toBeUndefined();
    expect(edit(lineOf(""), ...named("backspace"))).toBeUndefined();
    expect(edit(lineOf("会"), ...ctrl("constructor"))).toBeUndefined();
  });
  test("whatever keys come, no half character is left and the caret is within the line", () => {
    const anyKey = fc.constantFrom(
      ...[..."aebfdukw"].map(ctrl),
      ...[..."bfd"].map(alt),
      ...["leftArrow", "rightArrow", "home", "end", "backspace", "delete"].map(named),
      ...["leftArrow", "rightArrow", "backspace", "delete"].map((name) => byWord(name)),
    );
    fc.assert(
      fc.property(anyText, fc.nat({ max: 30 }), fc.array(anyKey), (text, back, keys) => {
        let line = move(lineOf(text), -back);
        for (const key of keys) {
          const before = graphemesOf(line.text);
          const after = press(line, key);
          const left = graphemesOf(after.text);
          expect(after.at).toBeGreaterThanOrEqual(0);
          expect(after.at).toBeLessThanOrEqual(left.length);
          expect(left.length).toBeLessThanOrEqual(before.length);
          // What is left is what was there, without one run of whole characters.
          const places = [...before.keys(), before.length];
          const isWhole = places.some((from) =>
            places.some(
              (to) =>
                to >= from &&
                [...before.slice(0, from), ...before.slice(to)].join("") === after.text,
            ),
          );
          expect(isWhole).toBe(true);
          line = after;
        }
      }),
    );
  });
  test("graphemes are what people see", () => {
    expect(graphemesOf("会👍🏽é")).toEqual(["会", "👍🏽", "é"]);
  });
});

describe("a long list", () => {
  test("the chosen row is always among those that are drawn", () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 500 }),
        (first, at, height, count) => {
          const chosen = Math.min(at, count - 1);
          const start = windowStart(first, chosen, height, count);
          expect(start).toBeLessThanOrEqual(chosen);
          expect(chosen).toBeLessThan(start + height);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(Math.max(0, count - height));
        },
      ),
    );
  });
});

test("options are found by label, id and pinyin, the best first", () => {
  const options = [
    { id: "study", label: "集中学习", spelt: ["jzxx", "jizhongxuexi"] },
    { id: "training", label: "业务培训", spelt: ["ywpx", "yewupeixun"] },
    { id: "check", label: "学习检查", spelt: ["xxjc", "xuexijiancha"] },
  ];
  const found = (typed: string) => findOptions(options, typed).map(({ id }) => id);
  expect(found("")).toHaveLength(3);
  expect(found("jzxx")).toEqual(["study"]);
  expect(found("学习")).toEqual(["check", "study"]);
  expect(found("yewu")).toEqual(["training"]);
  expect(found("zzz")).toEqual([]);
});

test("keys that arrive in one piece are told one by one, text together", () => {
  const told = splitKeys("学\u0013会议\r\t", {} as Key);
  expect(told.map(([input]) => input)).toEqual(["学", "s", "会议", "", ""]);
  expect(told[1]?.[1]).toMatchObject({ ctrl: true });
  expect(told[3]?.[1]).toMatchObject({ return: true });
  expect(told[4]?.[1]).toMatchObject({ tab: true });
});

test("a bar stands for a value, a dot for none", () => {
  expect(sparkline([0, 1, 4, 8])).toBe("·▁▄▇");
  expect(sparkline([])).toBe("");
});
