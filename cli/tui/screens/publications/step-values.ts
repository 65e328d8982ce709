/** A step of a publication as a form holds it, and back: what was filled in, as an operation. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { nextReview } from "../../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { mediaLevelsIn } from "../../../../shared/profile/publishing.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { MediaLevelId } from "../../../../shared/words/ids.ts";
import type { Field, Values } from "../../ui/field.ts";
import {
  channelIn,
  chosenIn,
  dayField,
  dayIn,
  type FormContext,
  positionField,
  text,
  typed,
} from "./fields.ts";

export type StepForm = "review" | "send-back" | "release" | "correct" | "withdraw";

/** Today, but never a day before the last step. */
export function dayOffered({ steps, on }: Publication, today: LocalDate): LocalDate {
  const days = [steps.at(-1)?.on ?? on, today].sort();
  return days.at(-1) ?? today;
}

/** What most write; who writes something else writes it over that. */
const offered = { offered: true };

export function stepFields(
  context: FormContext,
  step: StepForm,
  publication: Publication,
): readonly Field[] {
  const { wording, profile, today, spelt } = context;
  const on = dayField(context, dayOffered(publication, today));
  switch (step) {
    case "review":
      return [
        { ...text(context, "opinion", wording.say("publication.agreed")), ...offered },
        { ...text(context, "proofreading", wording.say("publication.no-mistakes")), ...offered },
        on,
      ];
    case "send-back":
    case "withdraw":
      return [{ ...text(context, "reason"), required: wording.say("refusal.reason-required") }, on];
    case "correct":
      return [text(context, "correction"), text(context, "link"), on];
    case "release": {
      const levels = mediaLevelsIn(profile).filter(({ retired }) => !retired);
      const [first] = levels;
      const level: Field = {
        name: "mediaLevel",
        label: wording.say("field.mediaLevel"),
        type: "one",
        options: spelt(levels),
        initial: first ? [first.id] : [],
      };
      const isAgain = publication.steps.some(({ type }) => type === "publication-released");
      const { position, outlet } = isAgain ? {} : publication;
      return [
        positionField(context, position),
        text(context, "outlet", outlet),
        ...(levels.length > 0 ? [level] : []),
        text(context, "link"),
        on,
      ];
    }
  }
}

/** @throws WrongUse for a day that is none */
export function stepFrom(
  { ledger, today }: FormContext,
  step: StepForm,
  of: Publication,
  values: Values,
): OperationBody | undefined {
  const publication = of.id;
  const on = dayIn(values, today);
  const reason = typed(values, "reason");
  const link = typed(values, "link");
  switch (step) {
    case "review":
      return reviewed(of, on, typed(values, "opinion"), typed(values, "proofreading"));
    case "send-back":
      return { type: "publication-sent-back", publication, on, reason };
    case "withdraw":
      return { type: "publication-withdrawn", publication, on, reason };
    case "correct": {
      const correction = typed(values, "correction");
      const more = link ? { link } : {};
      return { type: "publication-corrected", publication, on, correction, ...more };
    }
    case "release": {
      const mediaLevel = chosenIn(values, "mediaLevel") as MediaLevelId | undefined;
      return {
        type: "publication-released",
        publication,
        on,
        ...channelIn(values, ledger),
        ...(mediaLevel ? { mediaLevel } : {}),
        ...(link ? { link } : {}),
      };
    }
  }
}

/** The signature under the review that is due. */
export function reviewed(
  of: Publication,
  on: LocalDate,
  opinion: string,
  proofreading: string,
): OperationBody | undefined {
  const review = nextReview(of)?.review;
  if (review === undefined) return undefined;
  return { type: "publication-reviewed", publication: of.id, on, review, opinion, proofreading };
}
