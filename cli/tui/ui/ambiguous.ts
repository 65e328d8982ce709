/**
 * Signs that some terminals draw in one cell and some in two: lines, blocks, and much punctuation.
 * A console with a Chinese code page takes two. It is found out once, before anything is drawn
 * (probe.ts); then what people typed counts as wide, and lines and blocks become ASCII, because a
 * rule of eighty wide signs is two rows.
 */

let wide = false;
export const isAmbiguousWide = (): boolean => wide;
export const setAmbiguousWide = (now: boolean): void => {
  wide = now;
};

const blocks: Readonly<Record<string, string>> = {
  ...{ "─": "-", "━": "-", "═": "-", "│": "|", "┃": "|", "║": "|" },
  ...{ "▁": "_", "▂": ".", "▃": ",", "▄": ":", "▅": "-", "▆": "=", "▇": "*", "█": "#" },
  ...{ "░": ".", "▒": ":", "▓": "+" },
};

/** Lines, corners and blocks in ASCII. */
export const withoutBoxes = (text: string): string =>
  text.replaceAll(/[\u2500-\u259f]/g, (sign) => blocks[sign] ?? "+");
