import { onChar, onNamed, type ScreenKey } from "../../screen-keys.ts";

export type BoardDoes = "open" | "due";

export const boardKeys: readonly ScreenKey<BoardDoes>[] = [
  onNamed("Enter", "open", "return", "key.board-open"),
  onNamed("Tab", "due", "tab", "key.board-due"),
  onChar("d", "due", "key.board-due"),
];
