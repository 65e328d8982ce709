/** Text by the cells it takes on a terminal: a Chinese character is two. */
import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

export const widthOf = (text: string): number => stringWidth(text);

export const graphemesOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/** At most so many cells; what is left out is shown by an ellipsis. */
export function truncate(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  if (cells < 1) return "";
  let kept = "";
  let taken = 0;
  for (const one of graphemesOf(text)) {
    const width = widthOf(one);
    if (taken + width > cells - 1) break;
    kept += one;
    taken += width;
  }
  return `${kept}…`;
}

/** Exactly so many cells. */
export function padTo(text: string, cells: number): string {
  const cut = truncate(text, cells);
  return cut + " ".repeat(Math.max(0, cells - widthOf(cut)));
}

/** In lines of at most so many cells; a line break in the text is one here. */
export function wrap(text: string, cells: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let taken = 0;
    for (const one of graphemesOf(paragraph)) {
      const width = widthOf(one);
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
