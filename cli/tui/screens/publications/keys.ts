/** Keys of the publications: what is written down, signed, sent back, released, and looked at. */
import { onChar, onNamed, type ScreenKey } from "../../screen-keys.ts";

export type PublicationDoes =
  | "next"
  | "agree"
  | "review"
  | "send-back"
  | "release"
  | "correct"
  | "withdraw"
  | "take-back"
  | "draft"
  | "amend"
  | "detail"
  | "filter"
  | "all";

export const publicationKeys: readonly ScreenKey<PublicationDoes>[] = [
  onNamed("Enter", "next", "return", "publication.key.next"),
  onChar("y", "agree", "publication.key.agree", "publication-reviewed"),
  onChar("r", "review", "publication.key.review", "publication-reviewed"),
  onChar("b", "send-back", "publication.key.send-back", "publication-sent-back"),
  onChar("p", "release", "publication.key.release", "publication-released"),
  onChar("c", "correct", "publication.key.correct", "publication-corrected"),
  onChar("x", "withdraw", "publication.key.withdraw", "publication-withdrawn"),
  onChar("w", "take-back", "problem.withdraw", "publication-step-withdrawn"),
  onChar("n", "draft", "publication.key.draft", "publication-drafted"),
  onChar("e", "amend", "ledger.key.amend", "publication-amended"),
  onChar("d", "detail", "ledger.key.detail"),
  onChar("/", "filter", "ledger.key.filter"),
  onChar("v", "all", "publication.key.all"),
];
