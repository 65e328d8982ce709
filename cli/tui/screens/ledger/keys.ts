import { onChar, onNamed, type ScreenKey } from "../../screen-keys.ts";

export type LedgerDoes =
  | "filter"
  | "next-match"
  | "match-before"
  | "order"
  | "jump"
  | "last"
  | "detail"
  | "select"
  | "amend"
  | "marks"
  | "void"
  | "restore"
  | "duplicate"
  | "source";

export const ledgerKeys: readonly ScreenKey<LedgerDoes>[] = [
  onChar("/", "filter", "ledger.key.filter"),
  onNamed("Enter", "detail", "return", "ledger.key.detail"),
  onChar("e", "amend", "ledger.key.amend", "entry-amended"),
  onChar("v", "void", "ledger.key.void", "record-voided"),
  onChar("r", "restore", "ledger.key.restore", "record-restored"),
  onChar("d", "duplicate", "ledger.key.duplicate", "entry-logged"),
  {
    keys: "Space",
    does: "select",
    matches: (input, key) => input === " " && !key.ctrl && !key.meta,
    says: "ledger.key.select",
  },
  onChar("m", "marks", "ledger.key.marks", "entry-amended"),
  onChar("s", "order", "ledger.key.order"),
  onChar("t", "jump", "ledger.key.jump"),
  onChar("n", "next-match", "ledger.key.next-match"),
  onChar("N", "match-before", "ledger.key.match-before"),
  onChar("G", "last", "ledger.key.last"),
  onChar("o", "source", "ledger.key.source"),
];
