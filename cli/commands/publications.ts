/** `publication`: from the draft over its reviews to the release, each step with its day. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import { nextReview, stageOf } from "../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../shared/ledger/publications.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { mediaLevelsIn } from "../../shared/profile/publishing.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { nameOf, PublicationId } from "../../shared/words/ids.ts";
import { Refused, WrongUse } from "../failure.ts";
import { readDate } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import type { Key, Params } from "../wording/wording.ts";
import { askedReviews } from "../workstation/publication-draft.ts";
import { findPosition } from "./positions.ts";
import { noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

interface ChannelOptions {
  readonly position?: string;
  readonly outlet?: string;
}
export interface DraftOptions extends ChannelOptions {
  readonly date?: string;
  readonly unit?: string;
  readonly source?: string;
  readonly gist?: string;
}

/** A source makes it a reprint. */
export async function draftPublication(session: Session, title: string, options: DraftOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const { unit: unitName, source, gist } = options;
  const unit = unitName && (await findNamed(wording, "word.unit", profile.units, unitName));
  const publication = {
    title,
    on: readDate(options.date, today),
    reprint: source !== undefined,
    reviews: askedReviews(profile),
    ...(unit && { unit: unit.id }),
    ...(await channelOf(session, ledger, options)),
    ...(source && { origin: source }),
    ...(gist && { gist }),
  };
  const [id = ""] = await submit(session, [
    (operation) => ({
      type: "publication-drafted",
      publication: { id: PublicationId.parse(nameOf(operation)), ...publication },
    }),
  ]);
  const next = publication.reviews[0]?.label ?? "";
  out.result({ id, ...publication }, () => [
    wording.say("publication.drafted", { id, title, next }),
  ]);
}

async function channelOf(session: Session, ledger: Ledger, { position, outlet }: ChannelOptions) {
  const found = position && (await findPosition(session, ledger, position));
  return {
    ...(found && { position: found.id, category: found.category }),
    ...(outlet && { outlet }),
  };
}

interface StepContext {
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly publication: Publication;
  readonly on: LocalDate;
}
interface Taken {
  readonly body: OperationBody;
  readonly said: Key;
  readonly params?: Params;
}

/** What all steps have in common: the publication by its id, and the day. */
async function takeStep(
  session: Session,
  id: string,
  date: string | undefined,
  step: (context: StepContext) => Promise<Taken>,
) {
  const { ledger, profile, today } = await readLedger(session);
  const publication = ledger.publications.get(id as PublicationId);
  if (!publication) throw noRecord(session.wording, id, "publication");
  const on = readDate(date, today);
  const { body, said, params } = await step({ ledger, profile, publication, on });
  await submit(session, [() => body], { saw: ledger.seq });
  session.out.result({ id, on }, () => [session.wording.say(said, { id, ...params })]);
}

interface Dated {
  readonly date?: string;
}

/** Signs the review that is due. */
export const reviewPublication = (
  session: Session,
  id: string,
  { opinion, proofreading, date }: Dated & { opinion: string; proofreading: string },
) =>
  takeStep(session, id, date, async ({ publication, on }) => {
    const next = nextReview(publication);
    if (!next) {
      const step = "publication-reviewed";
      throw new Refused({ reason: "stage-not-fit", step, stage: stageOf(publication) });
    }
    const { review, label } = next;
    return {
      body: {
        type: "publication-reviewed",
        publication: publication.id,
        on,
        review,
        opinion,
        proofreading,
      },
      said: "publication.reviewed",
      params: { review: label },
    };
  });

export const sendBackPublication = (
  session: Session,
  id: string,
  { reason, date }: Dated & { readonly reason: string },
) =>
  takeStep(session, id, date, async ({ publication, on }) => ({
    body: { type: "publication-sent-back", publication: publication.id, on, reason },
    said: "publication.sent-back",
    params: { next: publication.reviews[0]?.label ?? "" },
  }));

export const releasePublication = (
  session: Session,
  id: string,
  options: Dated & ChannelOptions & { readonly level?: string; readonly link?: string },
) =>
  takeStep(session, id, options.date, async ({ ledger, profile, publication, on }) => {
    const { level, link } = options;
    const given = await channelOf(session, ledger, options);
    const { position, category, outlet } =
      Object.keys(given).length > 0 ? { ...given } : publication;
    const levels = mediaLevelsIn(profile);
    const mediaLevel =
      level && (await findNamed(session.wording, "word.media-level", levels, level));
    return {
      body: {
        type: "publication-released",
        publication: publication.id,
        on,
        ...(position && { position }),
        ...(category && { category }),
        ...(outlet && { outlet }),
        ...(mediaLevel && { mediaLevel: mediaLevel.id }),
        ...(link && { link }),
      },
      said: "publication.released",
    };
  });

export const correctPublication = (
  session: Session,
  id: string,
  { text: correction, link, date }: Dated & { readonly text: string; readonly link?: string },
) =>
  takeStep(session, id, date, async ({ publication, on }) => ({
    body: {
      type: "publication-corrected",
      publication: publication.id,
      on,
      correction,
      ...(link && { link }),
    },
    said: "publication.corrected",
  }));

export const withdrawPublication = (
  session: Session,
  id: string,
  { reason, date }: Dated & { readonly reason: string },
) =>
  takeStep(session, id, date, async ({ publication, on }) => ({
    body: { type: "publication-withdrawn", publication: publication.id, on, reason },
    said: "publication.withdrawn",
  }));

/** The last step no longer counts. */
export async function takeBackStep(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const publication = ledger.publications.get(id as PublicationId);
  if (!publication) throw noRecord(session.wording, id, "publication");
  const last = publication.steps.at(-1);
  if (!last) throw new WrongUse("problem.no-step", { id });
  const { operation: step } = last;
  const body = { type: "publication-step-withdrawn" as const, publication: publication.id, step };
  await submit(session, [() => body], { saw: ledger.seq });
  const { say } = session.wording;
  session.out.result({ id, withdrawn: last.type }, () => [
    say("problem.withdrawn", { id, step: say(`operation.${last.type}`) }),
  ]);
}
