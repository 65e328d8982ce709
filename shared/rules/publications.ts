/**
 * A publication's reviews follow each other, each signed by another member; it goes out after the
 * last, into a channel; and what was signed is not changed behind the signatures.
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import {
  fitsStage,
  mayAmend,
  nextReview,
  stageOf,
  whyNotSign,
} from "../ledger/publication-stages.ts";
import type { AskedReview, Publication } from "../ledger/publications.ts";
import type { Sight } from "../ledger/sight.ts";
import { mediaLevelsIn, reviewsIn } from "../profile/publishing.ts";
import type { Refusal } from "./refusal.ts";

type PublicationOperation = Extract<Operation, { type: `publication-${string}` }>;
type StepOperation = Exclude<
  PublicationOperation,
  { type: "publication-drafted" | "publication-amended" | "publication-step-withdrawn" }
>;

export function findPublicationRefusal(
  ledger: Ledger,
  operation: PublicationOperation,
  sees: Sight,
): Refusal | undefined {
  if (operation.type === "publication-drafted") {
    const { publication } = operation;
    return findMisfit(ledger, publication) ?? findOtherReviews(ledger, publication.reviews, sees);
  }
  const { publication: id } = operation;
  const publication = ledger.publications.get(id);
  if (!publication) {
    return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "publication", id };
  }
  const { voided } = publication.trail;
  if (voided && sees(voided.seq)) return { reason: "already-voided", record: id };
  // What its author wrote without having seen the last step is recorded, and shown as a conflict.
  const last = publication.steps.at(-1);
  const unseen = last !== undefined && !sees(last.seq) && last.by !== operation.by;
  switch (operation.type) {
    case "publication-amended": {
      const { changes } = operation;
      if (!unseen && !mayAmend(publication, changes)) {
        return { reason: "signed-text", publication: id };
      }
      return findMisfit(ledger, { ...publication, ...changes });
    }
    case "publication-step-withdrawn":
      return last?.operation === operation.step
        ? undefined
        : { reason: "not-the-last-step", problem: id };
    default:
      return unseen ? undefined : findStepRefusal(ledger, publication, operation);
  }
}

function findStepRefusal(
  ledger: Ledger,
  publication: Publication,
  operation: StepOperation,
): Refusal | undefined {
  const { type: step, on } = operation;
  if (!fitsStage(publication, operation)) {
    return { reason: "stage-not-fit", step, stage: stageOf(publication) };
  }
  const lastDay = publication.steps.at(-1)?.on ?? publication.on;
  if (on < lastDay) return { reason: "step-before-last", on, last: lastDay };
  switch (operation.type) {
    case "publication-reviewed": {
      const next = nextReview(publication);
      if (next && next.review !== operation.review) {
        return { reason: "not-the-next-review", next: next.label };
      }
      const why = whyNotSign(publication, operation.by);
      if (why) return { reason: why };
      const { opinion, proofreading } = operation;
      return findBlank({ opinion, proofreading });
    }
    case "publication-sent-back":
    case "publication-withdrawn":
      return operation.reason.trim() === "" ? { reason: "reason-required" } : undefined;
    case "publication-corrected":
      return findBlank({ correction: operation.correction });
    case "publication-released":
      return findReleaseRefusal(ledger, operation);
  }
}

/** Every release has its level, or parts by level would not add up to the whole. */
function findReleaseRefusal(
  ledger: Ledger,
  release: StepOperation & { type: "publication-released" },
): Refusal | undefined {
  if (!release.position && !release.outlet) return { reason: "channel-required" };
  const profile = findProfile(ledger);
  const levels = profile ? mediaLevelsIn(profile) : [];
  const { mediaLevel: id } = release;
  if (id === undefined) {
    const isAsked = levels.some(({ retired }) => !retired);
    return isAsked ? { reason: "media-level-required" } : findMisfit(ledger, release);
  }
  const level = levels.find((one) => one.id === id);
  if (!level) return { reason: "no-such", word: "media-level", id };
  if (level.retired) return { reason: "retired", word: "media-level", id };
  return findMisfit(ledger, release);
}

function findBlank(texts: Readonly<Record<string, string>>): Refusal | undefined {
  const blank = Object.keys(texts).find((path) => texts[path]?.trim() === "");
  return blank === undefined ? undefined : { reason: "malformed", path: blank, issue: "blank" };
}

/** The reviews are the profile's: the one in force, or one that its author could not know as old. */
function findOtherReviews(
  ledger: Ledger,
  asked: readonly AskedReview[],
  sees: Sight,
): Refusal | undefined {
  const { profiles } = ledger;
  const known = profiles.filter((_, at) => {
    const next = profiles[at + 1];
    return next === undefined || !sees(next.seq);
  });
  const said = asked.map(({ review }) => review).join(" ");
  const isKnown = known.some(
    ({ profile }) =>
      reviewsIn(profile)
        .map(({ id }) => id)
        .join(" ") === said,
  );
  const wanted = reviewsIn(findProfile(ledger) ?? {}).map(({ label }) => label);
  return isKnown ? undefined : { reason: "other-reviews", reviews: wanted.join("、") };
}

interface Placed {
  readonly unit?: unknown;
  readonly position?: unknown;
  readonly reprint?: boolean | undefined;
  readonly origin?: unknown;
}

function findMisfit(
  ledger: Ledger,
  { unit, position, reprint, origin }: Placed,
): Refusal | undefined {
  const units = findProfile(ledger)?.units ?? [];
  if (typeof unit === "string" && !units.some(({ id }) => id === unit)) {
    return { reason: "no-such", word: "unit", id: unit };
  }
  if (reprint && typeof origin !== "string") return { reason: "origin-required" };
  if (typeof position !== "string") return undefined;
  const known = ledger.positions.some(({ id }) => id === position) || ledger.tray.has(position);
  return known ? undefined : { reason: "no-such", word: "position", id: position };
}
