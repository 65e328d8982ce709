/** The real key map: what every screen listens to, and what the help shows. */
import type { Key } from "../wording/wording.ts";
import { onChar, onNamed, type ScreenKey } from "./screen-keys.ts";
import { boardKeys } from "./screens/board/keys.ts";
import { checklistKeys, walkKeys } from "./screens/checklists/keys.ts";
import { entryFormKeys } from "./screens/entry-form/keys.ts";
import { ledgerKeys } from "./screens/ledger/keys.ts";
import { problemKeys } from "./screens/problems/keys.ts";
import { publicationKeys } from "./screens/publications/keys.ts";
import { reportKeys } from "./screens/report/keys.ts";
import { syncKeys } from "./screens/sync/keys.ts";

export const screenNames = [
  "board",
  "entry-form",
  "ledger",
  "checklists",
  "problems",
  "report",
  "sync",
  "publications", // the newest comes last: a number once learnt stays
] as const;
export type ScreenName = (typeof screenNames)[number];

export type GlobalDoes =
  | ScreenName
  | "help"
  | "quit"
  | "undo"
  | "period-before"
  | "period-after"
  | "back"
  | "period"
  | "jump"
  | "command-line"
  | "language"
  | "hide-steps"
  | "suspend";

export const globalKeys: readonly ScreenKey<GlobalDoes>[] = [
  ...screenNames.map((name, at) => onChar(String(at + 1), name, `screen.${name}` as const)),
  onChar("[", "period-before", "key.period-before"),
  onChar("]", "period-after", "key.period-after"),
  onChar("P", "period", "key.period"),
  onChar("g", "jump", "key.jump"),
  onChar(":", "command-line", "key.command-line"),
  onChar("u", "undo", "key.undo"),
  onChar("L", "language", "key.language"),
  onChar("X", "hide-steps", "key.hide-steps"),
  onChar("?", "help", "key.help"),
  onChar("q", "quit", "key.quit"),
  onNamed("Esc", "back", "escape", "key.back"),
  { keys: "Ctrl+Z", does: "suspend", says: "key.suspend", matches: () => false }, // also while typing
];

/** The letter behind `g`. */
export const jumpKeys: readonly ScreenKey<ScreenName>[] = [
  onChar("b", "board", "screen.board"),
  onChar("e", "entry-form", "screen.entry-form"),
  onChar("l", "ledger", "screen.ledger"),
  onChar("c", "checklists", "screen.checklists"),
  onChar("p", "problems", "screen.problems"),
  onChar("r", "report", "screen.report"),
  onChar("s", "sync", "screen.sync"),
  onChar("t", "publications", "screen.publications"),
];

/** What each screen listens to beside. */
export const screenKeys: Readonly<Record<ScreenName, readonly ScreenKey[]>> = {
  board: boardKeys,
  "entry-form": entryFormKeys,
  ledger: ledgerKeys,
  checklists: checklistKeys,
  problems: problemKeys,
  report: reportKeys,
  sync: syncKeys,
  publications: publicationKeys,
};

/** What a view over a screen listens to instead of the screen, under its own heading. */
export const keysOver: Partial<
  Readonly<Record<ScreenName, { readonly says: Key; readonly keys: readonly ScreenKey[] }>>
> = { checklists: { says: "walk.title", keys: walkKeys } };

/** Keys that every list or form has, said by their own sentence. */
export const commonKeys: readonly { readonly keys: string; readonly says: Key }[] = [
  { keys: "↑ ↓ PgUp PgDn Home End", says: "key.move" },
  { keys: "Tab", says: "key.next" },
  { keys: "Enter", says: "key.enter" },
  { keys: "Space", says: "key.toggle" },
  { keys: "Ctrl+S", says: "key.save" },
  { keys: "Esc", says: "key.cancel" },
];
