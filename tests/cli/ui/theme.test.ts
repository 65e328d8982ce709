import { expect, test } from "vitest";
import { coloursFor, dim } from "../../../cli/tui/ui/theme.ts";

type Rgb = readonly [number, number, number];

/** Of the 256: a cube of six levels a colour. */
function rgbOf(colour: string): Rgb {
  const code = Number(/^ansi256\((\d+)\)$/.exec(colour)?.[1]) - 16;
  const level = (at: number) => (at === 0 ? 0 : 55 + 40 * at);
  return [level(Math.floor(code / 36)), level(Math.floor(code / 6) % 6), level(code % 6)];
}

/** The contrast of WCAG 2: 1 is none, 21 is black on white. */
function contrast(one: Rgb, other: Rgb): number {
  const light = (rgb: Rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [dark = 1, bright = 1] = [light(one), light(other)].sort((a, b) => a - b);
  return bright / dark;
}
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Green, magenta and red as programs draw them: xterm, Windows' console old and new, GNOME. */
const named: Readonly<Record<string, readonly Rgb[]>> = {
  green: [
    [0, 205, 0],
    [0, 128, 0],
    [19, 161, 14],
    [38, 162, 105],
  ],
  magenta: [
    [205, 0, 205],
    [128, 0, 128],
    [136, 23, 152],
    [163, 71, 186],
  ],
  red: [
    [205, 0, 0],
    [128, 0, 0],
    [197, 15, 31],
    [192, 28, 40],
  ],
};

const colours = (depth: number) =>
  Object.values(coloursFor(depth)).filter((one) => one !== "" && one !== dim);

test("without colours there are none, and what is quiet is dim", () => {
  expect(colours(1)).toEqual([]);
  expect(coloursFor(1).quiet).toBe(dim);
});

test("with sixteen, only names are used that are seen on black and on white", () => {
  expect(colours(4).length).toBeGreaterThan(2);
  for (const colour of colours(4)) {
    for (const rgb of named[colour] ?? [white]) {
      expect(Math.min(contrast(rgb, white), contrast(rgb, black)), colour).toBeGreaterThan(1.8);
    }
  }
});

test("with 256 and more, every colour can be read on black and on white", () => {
  for (const depth of [8, 24]) {
    expect(colours(depth)).toHaveLength(4);
    for (const colour of colours(depth)) {
      expect(contrast(rgbOf(colour), white), colour).toBeGreaterThan(3.5);
      expect(contrast(rgbOf(colour), black), colour).toBeGreaterThan(3.5);
    }
  }
});
