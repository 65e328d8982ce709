/**
 * ink-table pads by the length of a string, not by the cells it takes. So it is given strings whose
 * length is their width: a wide character is followed by a filler, a narrow one that is long in
 * code units is replaced by a single sign, and both are turned back before they are drawn.
 */
import { drawable, graphemesOf, widthOf } from "./width.ts";

const filler = "\ue000";
const firstStandIn = 0xe001;
const lastStandIn = 0xf8fe;
const isPrivate = /[\ue000-\uf8ff]/;
const everyPrivate = /[\ue000-\uf8ff]/g;

const standIns = new Map<string, string>();
const originals = new Map<string, string>();

function standInFor(grapheme: string): string {
  const known = standIns.get(grapheme);
  if (known) return known;
  const code = firstStandIn + standIns.size;
  if (code > lastStandIn) return "?"; // thousands of different emoji in one table
  const sign = String.fromCharCode(code);
  standIns.set(grapheme, sign);
  originals.set(sign, grapheme);
  return sign;
}

/** A string whose length is the width of the text. */
export function toCells(text: string): string {
  let cells = "";
  for (const one of graphemesOf(drawable(text))) {
    const width = widthOf(one);
    if (width === 0) continue;
    const sign = one.length <= width ? one : standInFor(one);
    cells += sign + filler.repeat(width - sign.length);
  }
  return cells;
}

/** The same for a column's title, by which ink-table also finds its cells: "valueOf" must be no name. */
export function toTitle(cells: string): string {
  const [first = "", ...rest] = cells;
  if (cells === "" || isPrivate.test(cells)) return cells;
  return standInFor(first) + filler.repeat(first.length - 1) + rest.join("");
}

/** The text that is drawn: fillers gone, stand-ins turned back. */
export const fromCells = (cells: string): string =>
  cells.replaceAll(everyPrivate, (sign) => (sign === filler ? "" : (originals.get(sign) ?? "")));
