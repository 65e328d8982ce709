/** Keys of the positions, and of a walk through the check items of some of them. */
import { onChar, onCtrl, onNamed, type ScreenKey } from "../../screen-keys.ts";

export type ChecklistDoes =
  | "filter"
  | "inspect"
  | "mark"
  | "all-passed"
  | "group"
  | "fold"
  | "unfold"
  | "fold-all"
  | "detail"
  | "retired"
  | "open"
  | "amend"
  | "retire"
  | "reopen"
  | "last-inspection"
  | "problems";

const arrow = <Does extends string>(
  keys: string,
  does: Does,
  name: "leftArrow" | "rightArrow",
  says: ScreenKey["says"],
): ScreenKey<Does> => ({ keys, does, says, matches: (_, key) => key[name] });

const space: Pick<ScreenKey, "keys" | "matches"> = {
  keys: "Space",
  matches: (input, key) => input === " " && !key.ctrl && !key.meta,
};

export const checklistKeys: readonly ScreenKey<ChecklistDoes>[] = [
  { ...onNamed("Enter", "inspect", "return", "checklist.key.inspect"), makes: "entry-logged" },
  { ...space, does: "mark", says: "checklist.key.mark" },
  onChar("a", "all-passed", "checklist.key.all-passed", "entry-logged"),
  onChar("/", "filter", "ledger.key.filter"),
  onChar("b", "group", "checklist.key.group"),
  onChar("d", "detail", "ledger.key.detail"),
  onChar("n", "open", "checklist.key.open", "position-opened"),
  onChar("e", "amend", "ledger.key.amend", "position-amended"),
  onChar("x", "retire", "checklist.key.retire", "position-retired"),
  onChar("o", "reopen", "checklist.key.reopen", "position-reopened"),
  onChar("v", "retired", "checklist.key.retired"),
  arrow("←", "fold", "leftArrow", "checklist.key.fold"),
  arrow("→", "unfold", "rightArrow", "checklist.key.unfold"),
  onChar("z", "fold-all", "checklist.key.fold-all"),
  onChar("i", "last-inspection", "checklist.key.last-inspection"),
  onChar("p", "problems", "checklist.key.problems"),
];

export type WalkDoes =
  | "pass"
  | "fail"
  | "go-on"
  | "pass-rest"
  | "to-sum"
  | "next-stop"
  | "stop-before"
  | "leave-out"
  | "day"
  | "kind";

export const walkKeys: readonly ScreenKey<WalkDoes>[] = [
  onChar("y", "pass", "walk.key.pass"),
  onChar("n", "fail", "walk.key.fail", "problem-raised"),
  onNamed("Enter", "go-on", "return", "walk.key.go-on"),
  onChar("a", "pass-rest", "walk.key.pass-rest"),
  {
    keys: "Tab",
    does: "next-stop",
    says: "walk.key.next-stop",
    matches: (_, key) => (key.tab && !key.shift) || key.rightArrow,
  },
  {
    keys: "←",
    does: "stop-before",
    says: "walk.key.stop-before",
    matches: (_, key) => (key.tab && key.shift) || key.leftArrow,
  },
  onChar("x", "leave-out", "walk.key.leave-out"),
  onChar("d", "day", "walk.key.day"),
  onChar("k", "kind", "walk.key.kind"),
  onCtrl("Ctrl+S", "to-sum", "s", "walk.key.to-sum", "entry-logged"),
];
