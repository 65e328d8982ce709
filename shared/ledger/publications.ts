/**
 * Publications (稿件): the office's own texts, from the draft over its reviews (初审 复审 终审) to
 * the release. Each review is signed by another member; sent back, the reviews begin anew. What was
 * released is never written over: a correction and a withdrawal are steps of their own.
 *
 * A signature is for the words that were signed: an amendment that met a signature unseen is kept
 * beside them as a conflict, and changes nothing until somebody sends the text back.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import {
  CategoryId,
  MediaLevelId,
  type MemberId,
  OperationName,
  PositionId,
  PublicationId,
  ReviewId,
  type Seq,
  UnitId,
} from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";
import { fitsStage, mayAmend, nextReview, whyNotSign } from "./publication-stages.ts";
import { type Act, addConflict, amendFields, startTrail, type Tracked } from "./trail.ts";

/** Where it is to appear: a position of the office's own, or an outlet in words. */
const channel = {
  position: PositionId.optional(),
  category: CategoryId.optional(), // of its position, copied
  outlet: PlainText.optional(),
};

const fields = {
  title: PlainText,
  on: LocalDate, // the day it was drafted
  unit: UnitId.optional(),
  ...channel,
  reprint: z.boolean(), // 转载
  origin: PlainText.optional(), // whose text it is, of a reprint
  gist: PlainLines.optional(),
};

/** The reviews that it goes through, in order (copied: the profile may have others one day). */
const AskedReview = z.looseObject({ review: ReviewId, label: PlainText });
export type AskedReview = z.infer<typeof AskedReview>;

export const NewPublication = z.looseObject({
  id: PublicationId,
  ...fields,
  reviews: z.array(AskedReview).min(1).max(9),
});
export type NewPublication = z.infer<typeof NewPublication>;

const step = { publication: PublicationId, on: LocalDate };

export const PublicationDrafted = z.looseObject({
  type: z.literal("publication-drafted"),
  publication: NewPublication,
});
export const PublicationAmended = z.looseObject({
  type: z.literal("publication-amended"),
  publication: PublicationId,
  changes: z
    .strictObject({
      ...fields,
      unit: fields.unit.nullable(),
      position: fields.position.nullable(),
      category: fields.category.nullable(),
      outlet: fields.outlet.nullable(),
      origin: fields.origin.nullable(),
      gist: fields.gist.nullable(),
    })
    .partial(),
});
export const PublicationReviewed = z.looseObject({
  type: z.literal("publication-reviewed"),
  ...step,
  review: ReviewId,
  opinion: PlainLines,
  proofreading: PlainLines, // what the proofreading found
});
/** Back to the first review. */
export const PublicationSentBack = z.looseObject({
  type: z.literal("publication-sent-back"),
  ...step,
  reason: PlainLines,
});
/** Once for every channel in which it appeared. */
export const PublicationReleased = z.looseObject({
  type: z.literal("publication-released"),
  ...step,
  ...channel,
  mediaLevel: MediaLevelId.optional(),
  link: PlainText.optional(),
});
export const PublicationCorrected = z.looseObject({
  type: z.literal("publication-corrected"),
  ...step,
  correction: PlainLines,
  link: PlainText.optional(),
});
export const PublicationWithdrawn = z.looseObject({
  type: z.literal("publication-withdrawn"),
  ...step,
  reason: PlainLines,
});
/** The counter-operation of a step: that step no longer counts. */
export const PublicationStepWithdrawn = z.looseObject({
  type: z.literal("publication-step-withdrawn"),
  publication: PublicationId,
  step: OperationName,
});

export type PublicationStep =
  | z.infer<typeof PublicationReviewed>
  | z.infer<typeof PublicationSentBack>
  | z.infer<typeof PublicationReleased>
  | z.infer<typeof PublicationCorrected>
  | z.infer<typeof PublicationWithdrawn>;
export type PublicationOperation =
  | z.infer<typeof PublicationDrafted>
  | z.infer<typeof PublicationAmended>
  | z.infer<typeof PublicationStepWithdrawn>
  | PublicationStep;

/** One step taken: what was said, by whom, under which number and name. */
export type TakenStep = PublicationStep & {
  readonly by: MemberId;
  readonly seq: Seq;
  readonly operation: string;
};
export type Publication = NewPublication & Tracked & { readonly steps: readonly TakenStep[] };
export type Publications = Table<PublicationId, Publication>;

export function foldPublication(
  publications: Publications,
  operation: PublicationOperation,
  act: Act,
): Publications {
  if (operation.type === "publication-drafted") {
    const { publication } = operation;
    if (publications.has(publication.id)) return publications;
    return publications.set(publication.id, {
      ...publication,
      steps: [],
      trail: startTrail(act),
    });
  }
  const publication = publications.get(operation.publication);
  if (!publication) return publications;
  return publications.set(publication.id, changed(publication, operation, act));
}

function changed(
  publication: Publication,
  operation: Exclude<PublicationOperation, { type: "publication-drafted" }>,
  act: Act,
): Publication {
  const seen = amendFields(publication, {}, act);
  switch (operation.type) {
    case "publication-amended": {
      const { changes } = operation;
      if (Object.keys(changes).length === 0) return seen;
      return mayAmend(publication, changes)
        ? amendFields(publication, changes, act)
        : keptBeside(seen, changes, act);
    }
    case "publication-step-withdrawn": {
      const steps = publication.steps.filter((taken) => taken.operation !== operation.step);
      return { ...seen, steps };
    }
    default: {
      const { seq, by, name } = act;
      if (!fits(publication, operation, by)) {
        const conflict = { about: "step", step: operation.type, seq, by } as const;
        return { ...seen, trail: addConflict(seen.trail, conflict) };
      }
      const taken: TakenStep = { ...stepOnly(operation), by, seq, operation: name };
      return { ...seen, steps: [...publication.steps, taken] };
    }
  }
}

/** Also of two steps that met unseen no member signs twice, and no review is signed twice. */
function fits(publication: Publication, operation: PublicationStep, by: MemberId): boolean {
  if (!fitsStage(publication, operation)) return false;
  if (operation.type !== "publication-reviewed") return true;
  const isNext = nextReview(publication)?.review === operation.review;
  return isNext && whyNotSign(publication, by) === undefined;
}

/** What would have changed signed words: shown beside them, until somebody settles it. */
function keptBeside(
  publication: Publication,
  changes: Readonly<Record<string, unknown>>,
  { seq, workstation, by }: Act,
): Publication {
  const now = publication as Readonly<Record<string, unknown>>;
  const others = Object.keys(changes)
    .filter((field) => changes[field] !== undefined && changes[field] !== now[field])
    .sort();
  const trail = others.reduce((before, field) => {
    const conflict = {
      about: "field",
      field,
      value: changes[field],
      seq,
      workstation,
      by,
    } as const;
    return addConflict(before, conflict);
  }, publication.trail);
  return { ...publication, trail };
}

/** The step without its envelope: number, chain and clock are not part of the publication. */
function stepOnly(operation: PublicationStep): PublicationStep {
  switch (operation.type) {
    case "publication-reviewed": {
      const { type, publication, on, review, opinion, proofreading } = operation;
      return { type, publication, on, review, opinion, proofreading };
    }
    case "publication-sent-back":
    case "publication-withdrawn": {
      const { type, publication, on, reason } = operation;
      return { type, publication, on, reason };
    }
    case "publication-released": {
      const { type, publication, on, position, category, outlet, mediaLevel, link } = operation;
      return {
        type,
        publication,
        on,
        ...(position ? { position } : {}),
        ...(category ? { category } : {}),
        ...(outlet ? { outlet } : {}),
        ...(mediaLevel ? { mediaLevel } : {}),
        ...(link ? { link } : {}),
      };
    }
    case "publication-corrected": {
      const { type, publication, on, correction, link } = operation;
      return { type, publication, on, correction, ...(link ? { link } : {}) };
    }
  }
}
