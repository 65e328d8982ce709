/** The real key map: what every screen listens to, and what the help shows. */
import type { Key } from "../wording/wording.ts";
import { onChar, onNamed, type ScreenKey } from "./screen-keys.ts";
import { boardKeys } from "./screens/board/keys.ts";
import { ledgerKeys } from "./screens/ledger/keys.ts";
import { problemKeys } from "./screens/problems/keys.ts";
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
] as const;
export type ScreenName = (typeof screenNames)[number];

export type GlobalDoes =
  | ScreenName
  | "help"
  | "quit"
  | "undo"
  | "period-before"
  | "period-after"
  | "back";

export const globalKeys: readonly ScreenKey<GlobalDoes>[] = [
  ...screenNames.map((name, at) => onChar(String(at + 1), name, `screen.${name}` as const)),
  onChar("[", "period-before", "key.period-before"),
  onChar("]", "period-after", "key.period-after"),
  onChar("u", "undo", "key.undo"),
  onChar("?", "help", "key.help"),
  onChar("q", "quit", "key.quit"),
  onNamed("Esc", "back", "escape", "key.back"),
];

/** What each screen listens to beside. */
export const screenKeys: Readonly<Record<ScreenName, readonly ScreenKey[]>> = {
  board: boardKeys,
  "entry-form": [],
  ledger: ledgerKeys,
  checklists: [],
  problems: problemKeys,
  report: reportKeys,
  sync: syncKeys,
};

/** Keys that every list or form has, said by their own sentence. */
export const commonKeys: readonly { readonly keys: string; readonly says: Key }[] = [
  { keys: "↑ ↓ PgUp PgDn Home End", says: "key.move" },
  { keys: "Tab", says: "key.next" },
  { keys: "Enter", says: "key.enter" },
  { keys: "Space", says: "key.toggle" },
  { keys: "Ctrl+S", says: "key.save" },
  { keys: "Esc", says: "key.cancel" },
];
