/** Everything there is to say of one publication: its data, its reviews, where it appeared. */
import {
  nextReview,
  signaturesIn,
  stageOf,
  stagesFor,
} from "../../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { sayStage, stepRows } from "../../../commands/publication-list.ts";
import { type DetailContext, type DetailLine, teller } from "../../detail/lines.ts";
import type { History } from "../../detail/use-history.ts";
import { signs } from "../../ui/theme.ts";

/** What happened to it beside its steps, which are told already. */
const beside = (history: History): History =>
  typeof history === "string" ? history : history.filter(({ type }) => !(type in stagesFor));

const shownFields = ["title", "on", "unit", "position", "outlet", "origin", "gist"] as const;

export function publicationLines(
  publication: Publication,
  history: History,
  context: DetailContext,
  width: number,
): DetailLine[] {
  const { wording, ledger } = context;
  const { say } = wording;
  const tell = teller(context, [...shownFields, "mediaLevel"], width);
  const fields: Readonly<Record<string, unknown>> = publication;
  const own = shownFields.flatMap((field) =>
    fields[field] === undefined
      ? []
      : tell.row(tell.label(field), tell.value(field, fields[field])),
  );
  const steps = stepRows(wording, ledger, publication);
  return [
    ...own,
    ...tell.row(tell.label("stage"), sayStage(wording, publication)),
    ...tell.origin(publication.id, publication),
    ...tell.conflicts(publication),
    { text: "" },
    { text: say("publication.reviews"), tone: "head" },
    ...reviewLines(),
    { text: "" },
    { text: say("publication.steps"), tone: "head" },
    ...(steps.length === 0
      ? tell.below(say("publication.no-steps"), "quiet")
      : steps.flatMap(([on = "", what = "", by = "", said = ""]) => [
          { text: `${on}  ${what}  ${by}` },
          ...tell.below(said, "quiet"),
        ])),
    ...tell.history(beside(history)),
  ];

  /** Each review of this round: signed by whom, due, or still to come. */
  function reviewLines(): DetailLine[] {
    const signed = signaturesIn(publication.steps);
    const due = stageOf(publication) === "withdrawn" ? undefined : nextReview(publication)?.review;
    return publication.reviews.map(({ review, label }) => {
      const signature = signed.find((one) => one.review === review);
      if (signature) {
        const by = tell.value("by", signature.by);
        return { text: `  ${signs.passed} ${label}  ${by}  ${signature.on}` };
      }
      const isDue = review === due;
      const sign = isDue ? signs.open : signs.dot;
      return { text: `  ${sign} ${label}`, ...(isDue ? {} : { tone: "quiet" as const }) };
    });
  }
}
