import fc from "fast-check";
import { expect, test } from "vitest";
import {
  letGo,
  type MouseEvent,
  nothingTaken,
  takeMouse,
} from "../../../cli/tui/input/take-mouse.ts";

const esc = "\u001b";
const typed = fc.constantFrom(
  "a",
  "中",
  "2",
  "[",
  "<",
  ";",
  "M",
  "m",
  "q",
  "志愿服务",
  "\r",
  "\t",
  `${esc}[A`,
  `${esc}[B`,
  `${esc}[Z`,
  `${esc}[6~`,
  `${esc}OP`,
  `${esc}[200~粘${esc}[<0;1;1M贴${esc}[201~`,
);
const place = fc.integer({ min: 1, max: 300 });
const mouse = fc
  .record({ code: fc.constantFrom(0, 1, 2, 35, 64, 65), x: place, y: place, up: fc.boolean() })
  .map(({ code, x, y, up }) => ({
    code,
    x,
    y,
    text: `${esc}[<${code};${x};${y}${up ? "m" : "M"}`,
  }));
const piece = fc.oneof(
  typed.map((text) => ({ text, isKey: true })),
  mouse.map(({ text }) => ({ text, isKey: false })),
);

/** Plays the input cut at these places; at some of them it is waited too long. */
function play(input: string, cuts: ReadonlyMap<number, boolean>) {
  let taking = nothingTaken;
  let text = "";
  const events: MouseEvent[] = [];
  let from = 0;
  for (const at of [...cuts.keys()].sort((a, b) => a - b).concat(input.length)) {
    const taken = takeMouse(taking, input.slice(from, at));
    from = at;
    text += taken.text;
    events.push(...taken.events);
    taking = taken.next;
    if (cuts.get(at)) {
      const passed = letGo(taking);
      text += passed.text;
      taking = passed.next;
    }
  }
  return { text: text + letGo(taking).text, events, held: letGo(taking).next.held };
}

const cutsOf = (late: fc.Arbitrary<boolean>) =>
  fc.array(fc.tuple(fc.nat(400), late), { maxLength: 40 }).map((all) => new Map(all));

test("however the bytes are cut, keys go on untouched and no mouse's byte among them", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), cutsOf(fc.constant(false)), (pieces, cuts) => {
      const input = pieces.map(({ text }) => text).join("");
      const keys = pieces.map(({ text, isKey }) => (isKey ? text : "")).join("");
      const whole = play(input, new Map());
      const cut = play(input, cuts);
      expect(cut).toEqual(whole);
      expect(whole.text).toBe(keys);
    }),
    { numRuns: 2_000 },
  );
});

test("also when a piece comes too late, the worst is an Esc too many: nothing is typed, no key lost", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), cutsOf(fc.boolean()), (pieces, cuts) => {
      const input = pieces.map(({ text }) => text).join("");
      const keys = pieces.map(({ text, isKey }) => (isKey ? text : "")).join("");
      const { text } = play(input, cuts);
      const stray = (one: string) => one.replaceAll(esc, "").replaceAll("[", "");
      expect(stray(text)).toBe(stray(keys));
      expect(text.length).toBeGreaterThanOrEqual(keys.length);
    }),
    { numRuns: 2_000 },
  );
});

test("clicks and the wheel are read with their places; other buttons and movement are nothing", () => {
  const read = (text: string) => takeMouse(nothingTaken, text).events;
  expect(read(`${esc}[<0;5;3M`)).toEqual([{ type: "press", by: 0, x: 4, y: 2 }]);
  expect(read(`${esc}[<0;5;3m`)).toEqual([{ type: "release", by: 0, x: 4, y: 2 }]);
  expect(read(`${esc}[<64;1;1M${esc}[<65;1;1M`).map(({ by }) => by)).toEqual([-1, 1]);
  expect(read(`${esc}[<2;5;3M${esc}[<35;5;3M`)).toEqual([]);
});
