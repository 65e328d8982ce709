/** The real key map: what is listened to, and what the help shows. */
import type { StepName } from "./screens/problems/use-problems.ts";
import { type Binding, char, named } from "./ui/key-map.ts";

export const screenNames = ["board", "entry-form", "checklists", "problems", "report"] as const;
export type ScreenName = (typeof screenNames)[number];

export type GlobalDoes = ScreenName | "help" | "quit" | "undo" | "period-before" | "period-after";

export const globalKeys: readonly Binding<GlobalDoes>[] = [
  char("1", "board"),
  char("2", "entry-form"),
  char("3", "checklists"),
  char("4", "problems"),
  char("5", "report"),
  char("[", "period-before"),
  char("]", "period-after"),
  char("u", "undo"),
  char("?", "help"),
  char("q", "quit"),
];

export const problemKeys: readonly Binding<StepName | "all">[] = [
  char("a", "problem-assigned"),
  char("r", "problem-rectified"),
  char("c", "problem-closed"),
  char("o", "problem-reopened"),
  char("v", "all"),
];

export const reportKeys: readonly Binding<"open">[] = [named("Enter", "open", "return")];

/** Keys that every list or form has, said by their own sentence. */
export const commonKeys = [
  { keys: "↑ ↓ PgUp PgDn Home End", does: "move" },
  { keys: "Tab", does: "next" },
  { keys: "Enter", does: "enter" },
  { keys: "Space", does: "toggle" },
  { keys: "Ctrl+S", does: "save" },
  { keys: "Esc", does: "cancel" },
] as const;
