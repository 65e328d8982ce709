/** A publication as a form holds it, and back: what was filled in, or only what was changed of it. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { nameOf, PublicationId, type UnitId } from "../../../../shared/words/ids.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { askedReviews } from "../../../workstation/publication-draft.ts";
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

/** @param publication the one that is amended; undefined for a new one */
export function draftFields(context: FormContext, publication?: Publication): readonly Field[] {
  const { wording, profile, today, spelt } = context;
  const title = text(context, "title", publication?.title);
  return [
    { ...title, required: wording.say("form.no-title") },
    positionField(context, publication?.position),
    text(context, "outlet", publication?.outlet),
    {
      name: "unit",
      label: wording.say("field.unit"),
      type: "one",
      options: spelt(profile.units.filter(({ retired }) => !retired)),
      initial: publication?.unit ? [publication.unit] : [],
      hint: wording.say("checklist.unit-hint"),
    },
    {
      ...text(context, "origin", publication?.origin),
      hint: wording.say("publication.origin-hint"),
    },
    text(context, "gist", publication?.gist?.replaceAll("\n", " ")),
    dayField(context, publication?.on ?? today),
  ];
}

/** @throws WrongUse for a day that is none */
export function draftedFrom({ ledger, profile, today }: FormContext, values: Values): Draft {
  const unit = chosenIn(values, "unit") as UnitId | undefined;
  const [origin, gist] = [typed(values, "origin"), typed(values, "gist")];
  const publication = {
    title: typed(values, "title"),
    on: dayIn(values, today),
    reprint: origin !== "",
    reviews: askedReviews(profile),
    ...channelIn(values, ledger),
    ...(unit ? { unit } : {}),
    ...(origin ? { origin } : {}),
    ...(gist ? { gist } : {}),
  };
  return (operation) => ({
    type: "publication-drafted",
    publication: { id: PublicationId.parse(nameOf(operation)), ...publication },
  });
}

/**
 * Only what was changed, so two people who amend different fields do not meet.
 * @returns undefined where nothing was changed
 * @throws WrongUse for a day that is none
 */
export function amendedFrom(
  { ledger, today }: FormContext,
  publication: Publication,
  values: Values,
): OperationBody | undefined {
  const optional = (name: string) => typed(values, name) || null;
  const { position = null, category = null } = channelIn(values, ledger);
  const said = {
    title: typed(values, "title"),
    on: dayIn(values, today),
    position,
    category,
    outlet: optional("outlet"),
    unit: (chosenIn(values, "unit") ?? null) as UnitId | null,
    reprint: typed(values, "origin") !== "",
    origin: optional("origin"),
    gist: optional("gist"),
  };
  const stood: Readonly<Record<string, unknown>> = {
    ...publication,
    gist: publication.gist?.replaceAll("\n", " "), // as the form's one line shows it
  };
  const changes = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => (stood[field] ?? null) !== value),
  ) as Partial<typeof said>;
  if (Object.keys(changes).length === 0) return undefined;
  return { type: "publication-amended", publication: publication.id, changes };
}
