/**
 * Text by the cells it takes on a terminal: a Chinese character is two. Measured is what is drawn
 * (drawable.ts), so what these give never drives the terminal and never takes a row more.
 */
import stringWidth from "string-width";
import { isAmbiguousWide } from "./ambiguous.ts";
import { drawable, graphemesOf } from "./drawable.ts";

export { drawable, graphemesOf } from "./drawable.ts";

const cellsOf = (drawn: string): number =>
  stringWidth(drawn, { ambiguousIsNarrow: !isAmbiguousWide() });

export const widthOf = (text: string): number => cellsOf(drawable(text));

const ellipsis = "…";

/** At most so many cells; what is left out is shown by an ellipsis. */
export function truncate(text: string, cells: number): string {
  const drawn = drawable(text);
  if (cellsOf(drawn) <= cells) return drawn;
  const room = cells - cellsOf(ellipsis);
  if (room < 0) return " ".repeat(Math.max(0, cells));
  let kept = "";
  let taken = 0;
  for (const one of graphemesOf(drawn)) {
    const width = cellsOf(one);
    if (taken + width > room) break;
    kept += one;
    taken += width;
  }
  return kept + ellipsis;
}

/** Exactly so many cells. */
export function padTo(text: string, cells: number): string {
  const cut = truncate(text, cells);
  return cut + " ".repeat(Math.max(0, cells - cellsOf(cut)));
}

/** In lines of at most so many cells; a line break in the text is one here. */
export function wrap(text: string, cells: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let taken = 0;
    for (const one of graphemesOf(drawable(paragraph))) {
      const width = cellsOf(one);
      if (taken + width > cells && line !== "") {
        lines.push(line);
        line = "";
        taken = 0;
      }
      line += one;
      taken += width;
    }
    return [...lines, line];
  });
}
