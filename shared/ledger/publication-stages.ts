/**
 * Where a publication stands: its stage is what its steps say, so it can be asked of any day. It is
 * published from its first release on, and a release comes after the last signature.
 */
import type { LocalDate } from "../words/dates.ts";
import type { MemberId } from "../words/ids.ts";
import type { AskedReview, Publication, PublicationStep, TakenStep } from "./publications.ts";

export type Stage = "drafted" | "sent-back" | "in-review" | "approved" | "released" | "withdrawn";

type Taken<T extends PublicationStep["type"]> = TakenStep & { readonly type: T };
export type Signature = Taken<"publication-reviewed">;
export type Release = Taken<"publication-released">;

/** The signatures that count: those since it was last sent back. */
export function signaturesIn(steps: readonly TakenStep[]): Signature[] {
  const back = steps.findLastIndex(({ type }) => type === "publication-sent-back");
  return steps.slice(back + 1).filter((taken) => taken.type === "publication-reviewed");
}

export const releasesIn = (steps: readonly TakenStep[]): Release[] =>
  steps.filter((taken) => taken.type === "publication-released");

function stageAfter({ reviews }: Publication, steps: readonly TakenStep[]): Stage {
  const out = steps.findLast(
    ({ type }) => type === "publication-released" || type === "publication-withdrawn",
  );
  if (out) return out.type === "publication-released" ? "released" : "withdrawn";
  const signed = signaturesIn(steps).length;
  if (signed >= reviews.length) return "approved";
  if (signed > 0) return "in-review";
  return steps.length > 0 ? "sent-back" : "drafted";
}

export const stageOf = (publication: Publication): Stage =>
  stageAfter(publication, publication.steps);

/** The steps taken by the evening of that day. */
export const stepsBy = ({ steps }: Publication, day: LocalDate): TakenStep[] =>
  steps.filter(({ on }) => on <= day);

/** The stage on the evening of that day; undefined before it was drafted. */
export const stageOn = (publication: Publication, day: LocalDate): Stage | undefined =>
  publication.on > day ? undefined : stageAfter(publication, stepsBy(publication, day));

/** The review that is due; undefined where all are signed. */
export const nextReview = ({ reviews, steps }: Publication): AskedReview | undefined =>
  reviews[signaturesIn(steps).length];

/** Every review is another member's. Its author may at most sign the first of several. */
export function whyNotSign(
  { reviews, steps, trail }: Publication,
  by: MemberId,
): "signed-already" | "reviewed-by-its-author" | undefined {
  const signed = signaturesIn(steps);
  if (signed.some((one) => one.by === by)) return "signed-already";
  const isFirstOfSeveral = signed.length === 0 && reviews.length > 1;
  return trail.by === by && !isFirstOfSeveral ? "reviewed-by-its-author" : undefined;
}

/** From which stages a step may be taken; released again: in another channel. */
export const stagesFor: Readonly<Record<PublicationStep["type"], readonly Stage[]>> = {
  "publication-reviewed": ["drafted", "sent-back", "in-review"],
  "publication-sent-back": ["drafted", "in-review", "approved"],
  "publication-released": ["approved", "released"],
  "publication-corrected": ["released"],
  "publication-withdrawn": ["released"],
};

export const fitsStage = (publication: Publication, { type }: PublicationStep): boolean =>
  stagesFor[type].includes(stageOf(publication));

/** Nothing is signed that an amendment could change, or it changes nothing. */
export function mayAmend(
  publication: Publication,
  changes: Readonly<Record<string, unknown>>,
): boolean {
  const stage = stageOf(publication);
  if (stage === "drafted" || stage === "sent-back") return true;
  const now = publication as Readonly<Record<string, unknown>>;
  return Object.entries(changes).every(([field, value]) => (value ?? undefined) === now[field]);
}
