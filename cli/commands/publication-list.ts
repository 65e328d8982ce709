/** `publication list`: the office's own texts by stage, those that wait for somebody first. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { nextReview, type Stage, stageOf } from "../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../shared/ledger/publications.ts";
import { byWritten, isVoided } from "../../shared/ledger/trail.ts";
import { WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import { sayValue } from "./records.ts";

export const stages = [
  "sent-back",
  "drafted",
  "in-review",
  "approved",
  "released",
  "withdrawn",
] as const satisfies readonly Stage[];

/** By stage, the newest first within one; without `all` only those that are not out yet. */
export function publicationsByStage(
  { publications }: Ledger,
  { all = false, stage }: { readonly all?: boolean; readonly stage?: Stage | undefined },
): Publication[] {
  const isWanted = (one: Stage) =>
    stage === undefined ? all || (one !== "released" && one !== "withdrawn") : one === stage;
  const rank = (publication: Publication) => stages.indexOf(stageOf(publication));
  return [...publications.values()]
    .filter((publication) => !isVoided(publication) && isWanted(stageOf(publication)))
    .sort((a, b) => rank(a) - rank(b) || byWritten(b, a));
}

/** The stage in words: of one that is being reviewed also which review is due. */
export function sayStage({ say }: Wording, publication: Publication): string {
  const stage = stageOf(publication);
  if (stage !== "drafted" && stage !== "in-review") return say(`stage.${stage}`);
  return say("stage.next", { next: nextReview(publication)?.label ?? "" });
}

export async function listPublications(
  session: Session,
  { all, stage }: { readonly all?: boolean; readonly stage?: string },
) {
  const { wording, out } = session;
  const { ledger } = await readLedger(session);
  if (stage !== undefined && !isStage(stage)) {
    throw new WrongUse("error.choice", { value: stage, choices: stages });
  }
  const found = publicationsByStage(ledger, { all: all ?? false, stage });
  out.result(
    found.map((publication) => {
      const { trail: _, ...rest } = publication;
      return { ...rest, stage: stageOf(publication), next: nextReview(publication)?.review };
    }),
    () =>
      found.length === 0
        ? [wording.say("publication.empty")]
        : columns(
            found.map((publication) => [
              publication.id,
              sayStage(wording, publication),
              publication.on,
              publication.title,
              sayChannel(wording, ledger, publication),
            ]),
          ),
  );
}

const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** Where it is to appear, or where it first did. */
export function sayChannel(
  wording: Wording,
  ledger: Ledger,
  { position, outlet }: Pick<Publication, "position" | "outlet">,
): string {
  if (position) return sayValue(wording, ledger, "position", position);
  return outlet ?? "";
}

/** Each step in a row: day, what, by whom, and what was said. */
export const stepRows = (wording: Wording, ledger: Ledger, { steps }: Publication): string[][] =>
  steps.map((step) => [
    step.on,
    step.type === "publication-reviewed"
      ? sayValue(wording, ledger, "review", step.review)
      : wording.say(`operation.${step.type}`),
    sayValue(wording, ledger, "by", step.by),
    saidIn(wording, ledger, step),
  ]);

function saidIn(wording: Wording, ledger: Ledger, step: Publication["steps"][number]): string {
  switch (step.type) {
    case "publication-reviewed":
      return wording.say("publication.signed", {
        opinion: step.opinion,
        proofreading: step.proofreading,
      });
    case "publication-sent-back":
    case "publication-withdrawn":
      return step.reason;
    case "publication-corrected":
      return [step.correction, step.link ?? ""].filter(Boolean).join("  ");
    case "publication-released": {
      const { mediaLevel, link } = step;
      const level = mediaLevel ? sayValue(wording, ledger, "mediaLevel", mediaLevel) : "";
      return [sayChannel(wording, ledger, step), level, link ?? ""].filter(Boolean).join("  ");
    }
  }
}
