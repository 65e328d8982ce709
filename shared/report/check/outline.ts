/** What the outline would have liked to say, and could not. */
import type { Ledger } from "../../ledger/ledger.ts";
import type { Choice, OutlineBlock, OutlineText } from "../../profile/outline.ts";
import type { Profile } from "../../profile/profile.ts";
import { tally } from "../../tally/tally.ts";
import type { Period } from "../../words/period.ts";
import { holds } from "../choice.ts";
import { type Document, inlinesOf } from "../document.ts";
import { amountOf } from "./amount.ts";
import type { ReportFinding } from "./finding.ts";

/** Statements that nobody wrote, each once. */
export function checkUnwritten(document: Document): ReportFinding[] {
  const labels = new Map(
    inlinesOf(document).flatMap((inline) =>
      inline.type === "unwritten" ? [[inline.statement, inline.label] as const] : [],
    ),
  );
  return [...labels].map(([statement, label]) => ({ issue: "unwritten", statement, label }));
}

/** Indicators that are to be complete, and are not. */
export function checkComplete(ledger: Ledger, profile: Profile, period: Period): ReportFinding[] {
  const choices = profile.outline.body
    .flatMap(textsOf)
    .flatMap((text) => (typeof text === "string" ? [] : text))
    .filter((part): part is Choice => typeof part !== "string" && "when" in part);
  const wanted = choices.filter(({ when }) => when.is === "complete").map(({ when }) => when);
  const byIndicator = new Map(wanted.map((when) => [when.indicator, when]));
  return [...byIndicator.values()].flatMap((when): ReportFinding[] => {
    const figure = tally(ledger, when.indicator, period);
    // A share of nothing has nothing left to do.
    if (holds(when, figure) || figure.value === null) return [];
    return [{ issue: "not-complete", figure: amountOf(figure) }];
  });
}

function textsOf(block: OutlineBlock): OutlineText[] {
  if ("heading" in block || "statement" in block) return [];
  const points = block.points ?? [];
  const texts =
    "section" in block ? [block.text, ...points, block.after] : [block.paragraph, ...points];
  return texts.filter((text) => text !== undefined);
}
