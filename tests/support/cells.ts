/** What a terminal shows, cell by cell, as its emulator keeps it. */
import type { IBufferCell, Terminal } from "@xterm/headless";

export interface Cell {
  readonly x: number;
  /** One or two columns; what joins the sign before it is part of that. */
  readonly width: number;
  readonly sign: string; // a blank where nothing was written
  readonly look: Look;
}

export interface Look {
  readonly colour: Colour;
  readonly behind: Colour;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
  readonly underlined: boolean;
}
/** The terminal's own, a number of its palette of 256, or red, green and blue in one number. */
export type Colour = "own" | { readonly palette: number } | { readonly rgb: number };

/** Every line of the window; of a wide sign there is one cell. */
export function cellsOf({ buffer: { active }, cols, rows }: Terminal): (readonly Cell[])[] {
  return Array.from({ length: rows }, (_, y) => {
    const line = active.getLine(active.viewportY + y);
    return Array.from({ length: cols }, (_, x) => ({ x, cell: line?.getCell(x) })).flatMap(
      ({ x, cell }) =>
        cell === undefined || cell.getWidth() === 0
          ? []
          : [{ x, width: cell.getWidth(), sign: cell.getChars() || " ", look: lookOf(cell) }],
    );
  });
}

const lookOf = (cell: IBufferCell): Look => ({
  colour: cell.isFgDefault() ? "own" : colourOf(cell.isFgRGB(), cell.getFgColor()),
  behind: cell.isBgDefault() ? "own" : colourOf(cell.isBgRGB(), cell.getBgColor()),
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
  inverse: cell.isInverse() !== 0,
  underlined: cell.isUnderline() !== 0,
});

const colourOf = (isRgb: boolean, value: number): Colour =>
  isRgb ? { rgb: value } : { palette: value };

export const textOf = (line: readonly Cell[]): string => line.map(({ sign }) => sign).join("");

/** The line with other signs in some of its cells. @param by as long as what it stands for */
export function rewritten(line: readonly Cell[], what: RegExp, by: string): readonly Cell[] {
  let rest = textOf(line).replace(what, by);
  return line.map((cell) => {
    const sign = rest.slice(0, cell.sign.length);
    rest = rest.slice(cell.sign.length);
    return { ...cell, sign };
  });
}
