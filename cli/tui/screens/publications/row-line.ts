/** A row of the publications as one line: its day, the review that is due, its title, its channel. */
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { nextReview, releasesIn, stageOf } from "../../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { isDisputed } from "../../../../shared/ledger/trail.ts";
import { sayChannel } from "../../../commands/publication-list.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Line } from "../../ui/list.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { padTo, truncate, widthOf } from "../../ui/width.ts";
import type { PublicationRow } from "./rows.ts";

interface Context {
  readonly wording: Wording;
  readonly ledger: Ledger;
  readonly width: number;
}

/** The row's own sign and blank, before its line begins. */
const margin = 2;

export function lineOf(context: Context, row: PublicationRow): Line {
  if (row.type === "publication") return publicationLine(context, row.publication);
  const { say } = context.wording;
  return { text: `${say(`stage.${row.stage}`)}  ${row.count}`, heading: true };
}

function publicationLine({ wording, ledger, width }: Context, publication: Publication): Line {
  const { say } = wording;
  const stage = stageOf(publication);
  const isReviewed = stage === "drafted" || stage === "in-review";
  const due = isReviewed ? say("stage.next", { next: nextReview(publication)?.label ?? "" }) : "";
  const last = releasesIn(publication.steps).at(-1);
  const day = stage === "released" || stage === "withdrawn" ? (last?.on ?? "") : publication.on;
  const disputed = isDisputed(publication);
  const before = [`  ${signOf(stage)} ${day}`, isReviewed ? padTo(due, 8) : ""]
    .filter(Boolean)
    .join("  ");
  const behind = [
    disputed ? say("ledger.state.disputed") : "",
    publication.reprint ? say("reprint.true") : "",
    sayChannel(wording, ledger, last ?? publication),
  ]
    .filter(Boolean)
    .join("  ");
  // The title gives way, but is never left out for the sake of where it stands.
  const room = width - margin - widthOf(before) - 2;
  const beside = widthOf(behind) + 12 <= room ? `  ${behind}` : "";
  const title = truncate(publication.title, Math.max(0, room - widthOf(beside)));
  const color = disputed || stage === "sent-back" ? theme.bad : undefined;
  return { text: `${before}  ${title}${beside}`, color };
}

/** Read aloud: each says its stage itself, and in which order it matters. */
export function spokenLine(context: Context, row: PublicationRow): Line {
  if (row.type === "stage") return lineOf(context, row);
  const { publication } = row;
  const { wording, ledger } = context;
  const { say } = wording;
  const stage = stageOf(publication);
  const next = nextReview(publication)?.label;
  const isReviewed = stage === "drafted" || stage === "in-review";
  const last = releasesIn(publication.steps).at(-1);
  const words = [
    publication.title,
    isReviewed && next ? say("stage.next", { next }) : say(`stage.${stage}`),
    isDisputed(publication) ? say("ledger.state.disputed") : "",
    publication.reprint ? say("reprint.true") : "",
    sayChannel(wording, ledger, last ?? publication),
    (stage === "released" || stage === "withdrawn" ? last : publication)?.on ?? "",
  ];
  return { text: words.filter(Boolean).join("  ") };
}

const signOf = (stage: ReturnType<typeof stageOf>): string => {
  if (stage === "released") return signs.passed;
  return stage === "withdrawn" || stage === "sent-back" ? signs.failed : signs.open;
};
