/**
 * Rules and blocks as shapes: they meet from cell to cell in whatever font the picture is read with.
 * Each is a list of boxes within its cell, as parts of the cell's width and height.
 */
type Box = readonly [x: number, y: number, width: number, height: number];

const thin = 0.12; // of a cell's width
const flat = 0.06; // of its height
const left: Box = [0, 0.5 - flat / 2, 0.5 + thin / 2, flat];
const right: Box = [0.5 - thin / 2, 0.5 - flat / 2, 0.5 + thin / 2, flat];
const up: Box = [0.5 - thin / 2, 0, thin, 0.5 + flat / 2];
const down: Box = [0.5 - thin / 2, 0.5 - flat / 2, thin, 0.5 + flat / 2];

const rules: Readonly<Record<string, readonly Box[]>> = {
  "─": [[0, 0.5 - flat / 2, 1, flat]],
  "│": [[0.5 - thin / 2, 0, thin, 1]],
  "┌": [right, down],
  "┐": [left, down],
  "└": [right, up],
  "┘": [left, up],
  "├": [up, down, right],
  "┤": [up, down, left],
  "┬": [left, right, down],
  "┴": [left, right, up],
  "┼": [left, right, up, down],
};

/** Undefined for what a font draws. */
export function boxesOf(sign: string): readonly Box[] | undefined {
  const eighths = "▁▂▃▄▅▆▇█".indexOf(sign) + 1;
  if (sign !== "" && eighths > 0) return [[0, 1 - eighths / 8, 1, eighths / 8]];
  const parts = "▏▎▍▌▋▊▉".indexOf(sign) + 1;
  if (sign !== "" && parts > 0) return [[0, 0, parts / 8, 1]];
  return rules[sign];
}
