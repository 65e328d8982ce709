/**
 * The page of GB/T 9704-2012 in Word's measures: A4, a type area of 156 mm × 225 mm, and on it 22
 * lines of 28 characters in 3号 (16 pt).
 *
 * 28 characters of 16 pt are wider than 156 mm, so the grid draws each of them together a little;
 * both pitches are rounded down, or the last character and the last line would not fit.
 */

/** A twip is a twentieth of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const page = { width: 11_906, height: 16_838 };
export const margins = {
  top: twips(37),
  bottom: twips(35),
  left: Math.floor(twips(28)),
  right: twips(26),
  header: twips(15),
  footer: twips(25), // so that the dash beside the page number is 7 mm below the type area
};
export const textWidth = page.width - margins.left - margins.right;

const linesPerPage = 22;
export const charactersPerLine = 28;
const fontSize = 16;

export const grid = {
  linePitch: Math.floor((page.height - margins.top - margins.bottom) / linesPerPage),
  charSpace: Math.floor((textWidth / 20 / charactersPerLine - fontSize) * 4096),
};

/** The width of that many characters of the grid. */
export const characters = (count: number): number =>
  Math.round((count * textWidth) / charactersPerLine);

/** Sizes are told in half-points. */
export const size = { title: 44, body: 32, page: 28, table: 21, small: 18 };
