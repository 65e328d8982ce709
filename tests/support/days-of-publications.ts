/** What people do about publications and duties, on any day; it may be something that is not allowed. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { nextReview } from "../../shared/ledger/publication-stages.ts";
import { reviewsIn } from "../../shared/profile/publishing.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { Body, Step } from "./days.ts";

/** How many different things `bodyOfPublications` does. */
export const publicationDoings = 10;

const pick = <T>(from: readonly T[], which: number): T | undefined =>
  from[which % Math.max(1, from.length)];

export function bodyOfPublications(
  ledger: Ledger,
  does: number,
  { which }: Step,
  on: LocalDate,
): Body {
  const known = pick([...ledger.publications.values()], which);
  const publication = known?.id ?? "nobody01-5";
  const duty = pick([...ledger.duties.keys()], which) ?? "nobody01-6";
  const member = pick([...ledger.members.keys()], which);
  switch (does) {
    case 0:
      return (_, id) => ({
        type: "publication-drafted",
        publication: {
          id,
          title: `稿${which}`,
          on,
          reprint: which % 3 === 0,
          ...(which % 3 === 0 ? { origin: "县报" } : {}),
          ...(which % 2 ? { unit: "east" } : { outlet: "本单位网站" }),
          reviews: reviewsIn({}).map((one) => ({ review: one.id, label: one.label })),
        },
      });
    case 1:
    case 2:
    case 3:
      return () => ({
        type: "publication-reviewed",
        publication,
        on,
        review: (known && nextReview(known)?.review) ?? "first",
        opinion: "同意",
        proofreading: which % 2 ? "无差错" : "改一处",
      });
    case 4:
      return () => ({ type: "publication-sent-back", publication, on, reason: "再核" });
    case 5:
      return () => ({ type: "publication-released", publication, on, outlet: `栏目${which % 2}` });
    case 6:
      return () =>
        which % 2
          ? { type: "publication-corrected", publication, on, correction: "地名" }
          : { type: "publication-withdrawn", publication, on, reason: "过时" };
    case 7: {
      const step = known?.steps.at(-1)?.operation ?? "nobody01-7";
      return () =>
        which % 2
          ? { type: "publication-step-withdrawn", publication, step }
          : {
              type: "publication-amended",
              publication,
              changes: { title: `改${which}`, gist: null },
            };
    }
    case 8:
      return (_, id) => ({
        type: "duty-assigned",
        duty: { id, member, standing: "area", from: on, units: ["east"] },
      });
    default:
      return () => (which % 2 ? { type: "duty-ended", duty, on } : { type: "duty-resumed", duty });
  }
}
