import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { isAmbiguousWide, setAmbiguousWide } from "../../../cli/tui/ui/ambiguous.ts";
import { progressBar, sparkline } from "../../../cli/tui/ui/bars.ts";
import { probeTerminal, readAnswer } from "../../../cli/tui/ui/probe.ts";
import { signs } from "../../../cli/tui/ui/theme.ts";
import { drawable, padTo, truncate, widthOf, wrap } from "../../../cli/tui/ui/width.ts";

afterEach(() => setAmbiguousWide(false));

/** A terminal that answers so, or not at all; `raw` notes how its keys were taken. */
function terminal(answer: string | undefined, isTTY = true) {
  const written: string[] = [];
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (now: boolean) => {
      raw.push(now);
      return stdin;
    },
  });
  const stdout = {
    isTTY,
    write: (text: string) => {
      written.push(text);
      if (text.includes("\u001b[6n") && answer !== undefined) stdin.write(answer);
      return true;
    },
  };
  const probe = (within = 5_000) =>
    probeTerminal(stdin as unknown as typeof process.stdin, stdout as never, within);
  return { probe, written, raw, left: () => String(stdin.read() ?? "") };
}

test("a terminal that stands in the third column behind a line draws lines wide", async () => {
  const { probe, written, raw } = terminal("\u001b[12;3R");
  await probe();
  expect(isAmbiguousWide()).toBe(true);
  expect(written.at(-1)).toBe("\r\u001b[K"); // nothing of the question stays
  expect(raw).toEqual([true, false]);
});

test("one that stands in the second, or says nothing, draws them narrow", async () => {
  await terminal("\u001b[1;2R").probe();
  expect(isAmbiguousWide()).toBe(false);
  setAmbiguousWide(true);
  const silent = terminal(undefined);
  await silent.probe(20);
  expect(isAmbiguousWide()).toBe(false);
  expect(silent.raw).toEqual([true, false]);
});

test("keys that were pressed meanwhile are not lost, before and behind the answer", async () => {
  const { probe, left } = terminal("2学\u001b[1;3R习\r");
  await probe();
  expect(left()).toBe("2学习\r");
  const silent = terminal("abc\u001b[B");
  await silent.probe(20);
  expect(silent.left()).toBe("abc\u001b[B");
});

test("nothing is asked where there is no terminal", async () => {
  const { probe, written, raw } = terminal("\u001b[1;3R", false);
  await probe();
  expect([...written, ...raw]).toEqual([]);
});

test("an answer is found among keys, whole or not at all", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z学]*$/), fc.nat(200), fc.nat(200), (keys, y, x) => {
      const said = `\u001b[${y};${x}R`;
      expect(readAnswer(keys + said + keys)).toEqual({ column: x, rest: keys + keys });
      expect(readAnswer(keys + said.slice(0, -1))).toBeUndefined();
    }),
  );
});

test("where lines are wide, lines, bars and signs are ASCII; what people typed counts as wide", () => {
  setAmbiguousWide(true);
  expect(drawable(`┌───┬┐│├┼┤└┴┘`)).toBe("+---++|++++++");
  expect(drawable(sparkline([0, 1, 4, 8]))).toMatch(/^[\x20-\x7e]{4}$/);
  expect(drawable(progressBar(1, 2, 8))).toBe("====____");
  for (const sign of Object.values({ ...signs })) expect(sign).toMatch(/^[\x20-\x7e]$/);
  expect(widthOf("“第①次”——买买提·艾力")).toBe(26);
});

test("there too everything keeps its room", () => {
  setAmbiguousWide(true);
  const text = fc.string({ unit: fc.constantFrom("会", "①", "…", "─", "█", "a", "·", "“", "ｶ") });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (words, cells) => {
      expect(widthOf(truncate(words, cells))).toBeLessThanOrEqual(cells);
      expect(widthOf(padTo(words, cells))).toBe(cells);
      for (const line of wrap(words, cells)) expect(widthOf(line)).toBeLessThanOrEqual(cells);
    }),
  );
});
