/** The lines around the publications: what is shown, and which keys help with the chosen one. */
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { stageOf } from "../../../../shared/ledger/publication-stages.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Hint } from "../../hint-line.tsx";
import { type PublicationDoes, publicationKeys } from "./keys.ts";
import type { PublicationRow } from "./rows.ts";
import { isOpen } from "./use-publications.ts";

export function statusLine(
  { say }: Wording,
  { publications }: Ledger,
  { query, all }: { readonly query: string; readonly all: boolean },
): string {
  const counted = [...publications.values()].filter((one) => !isVoided(one));
  const open = counted.filter(isOpen).length;
  const out = counted.filter((one) => stageOf(one) === "released").length;
  return [
    query.trim() === "" ? "" : say("ledger.filtered", { query: query.trim() }),
    say("publication.open-count", { count: open }),
    say("publication.out-count", { count: out }),
    all ? "" : say("publication.only-open"),
  ]
    .filter(Boolean)
    .join("  ·  ");
}

const typing: readonly Hint[] = [
  { keys: "Enter", says: "filter.key.keep" },
  { keys: "Esc", says: "filter.key.drop" },
  { keys: "↑↓", says: "key.move" },
];
const reading: readonly Hint[] = [
  { keys: "PgDn", says: "filter.key.scroll" },
  { keys: "Esc", says: "key.cancel" },
];

export function hintsFor(
  chosen: PublicationRow | undefined,
  { isTyped, isTold, isDetail }: { isTyped: boolean; isTold: boolean; isDetail: boolean },
): readonly Hint[] {
  if (isTyped) return typing;
  const named = (...wanted: readonly PublicationDoes[]) =>
    wanted.flatMap((does) => publicationKeys.filter((key) => key.does === does));
  if (chosen?.type !== "publication") return named("draft", "filter", "all");
  const detail = isTold ? [] : named("detail");
  return [
    ...(isDetail ? reading : []),
    ...stepHints(),
    ...detail,
    ...named("take-back", "draft", "filter", "all"),
  ];

  function stepHints(): readonly Hint[] {
    if (chosen?.type !== "publication") return [];
    switch (stageOf(chosen.publication)) {
      case "drafted":
        return named("agree", "review", "send-back", "amend");
      case "sent-back":
        return named("amend", "agree", "review");
      case "in-review":
        return named("agree", "review", "send-back");
      case "approved":
        return named("release", "send-back");
      case "released":
        return named("correct", "withdraw", "release");
      case "withdrawn":
        return [];
    }
  }
}
