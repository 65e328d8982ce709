/** How the board divides its room: the summary above, the keys below, newest entries at the foot. */

/** From so many cells on what is due stands beside the tallies, not below them. */
const twoColumnsFrom = 110;

export interface BoardLayout {
  readonly isWide: boolean;
  readonly leftWidth: number;
  readonly newest: number; // entries
  readonly seen: number; // lines between summary and keys
  readonly aside: number; // of them those above the newest entries
}

export function layBoard(width: number, height: number): BoardLayout {
  const isWide = width >= twoColumnsFrom;
  const newest = Math.max(2, Math.min(8, Math.floor(height / 5)));
  const seen = Math.max(1, height - 2);
  return {
    isWide,
    leftWidth: isWide ? Math.floor(width * 0.56) : width,
    newest,
    seen,
    aside: Math.max(1, seen - newest - 1),
  };
}
