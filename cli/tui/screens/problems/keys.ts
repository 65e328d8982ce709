import { onChar, type ScreenKey } from "../../screen-keys.ts";
import type { StepName } from "./use-problems.ts";

export const problemKeys: readonly ScreenKey<
  StepName | "problem-step-withdrawn" | "inspection" | "all"
>[] = [
  onChar("a", "problem-assigned", "operation.problem-assigned", "problem-assigned"),
  onChar("r", "problem-rectified", "operation.problem-rectified", "problem-rectified"),
  onChar("c", "problem-closed", "operation.problem-closed", "problem-closed"),
  onChar("o", "problem-reopened", "operation.problem-reopened", "problem-reopened"),
  onChar("w", "problem-step-withdrawn", "problem.withdraw", "problem-step-withdrawn"),
  onChar("i", "inspection", "key.inspection"),
  onChar("v", "all", "key.all"),
];
