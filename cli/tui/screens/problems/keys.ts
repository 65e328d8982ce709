import { onChar, onNamed, type ScreenKey } from "../../screen-keys.ts";
import type { StepName } from "./steps.ts";

export type ProblemDoes =
  | StepName
  | "problem-step-withdrawn"
  | "inspection"
  | "position"
  | "all"
  | "columns"
  | "filter"
  | "detail"
  | "raise"
  | "amend";

export const problemKeys: readonly ScreenKey<ProblemDoes>[] = [
  onNamed("Enter", "detail", "return", "ledger.key.detail"),
  onChar("a", "problem-assigned", "problem.key.assign", "problem-assigned"),
  onChar("r", "problem-rectified", "problem.key.rectify", "problem-rectified"),
  onChar("c", "problem-closed", "problem.key.close", "problem-closed"),
  onChar("o", "problem-reopened", "problem.key.reopen", "problem-reopened"),
  onChar("w", "problem-step-withdrawn", "problem.key.withdraw", "problem-step-withdrawn"),
  onChar("i", "inspection", "problem.key.inspection"),
  onChar("p", "position", "word.position"),
  onChar("e", "amend", "ledger.key.amend", "problem-amended"),
  onChar("n", "raise", "problem.key.raise", "problem-raised"),
  onChar("/", "filter", "ledger.key.filter"),
  onChar("b", "columns", "problem.key.columns"),
  onChar("v", "all", "key.all"),
];
