/** Hints that every list has while its filter is typed, and while one of its rows is told in full. */
import type { Hint } from "./hint-line.tsx";

export const typingHints: readonly Hint[] = [
  { keys: "Enter", says: "filter.key.keep" },
  { keys: "Esc", says: "filter.key.drop" },
  { keys: "↑↓", says: "key.move" },
];

export const tellingHints: readonly Hint[] = [
  { keys: "PgDn", says: "filter.key.scroll" },
  { keys: "Esc", says: "key.cancel" },
];
