import { onChar, onNamed, type ScreenKey } from "../../screen-keys.ts";

export type ReportDoes =
  | "open"
  | "edit"
  | "findings"
  | "export"
  | "settle"
  | "close"
  | "reopen"
  | "difference"
  | "reuse"
  | "compare"
  | "heading-after"
  | "heading-before";

export const reportKeys: readonly ScreenKey<ReportDoes>[] = [
  onNamed("Enter", "open", "return", "key.sources"),
  onChar("e", "edit", "key.write-statement", "statement-written"),
  onChar("f", "findings", "key.findings"),
  onChar("x", "export", "key.export"),
  onChar("s", "settle", "key.settle", "period-settled"),
  onChar("c", "close", "key.close-period", "period-closed"),
  onChar("o", "reopen", "key.reopen-period", "period-reopened"),
  onChar("d", "difference", "key.difference"),
  onChar("r", "reuse", "key.reuse", "statement-written"),
  onChar("v", "compare", "key.compare"),
  onChar("n", "heading-after", "key.heading-after"),
  onChar("p", "heading-before", "key.heading-before"),
];
