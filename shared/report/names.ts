/** What a tally counted, by name: titles, or the labels of units, categories, marks, positions. */
import type { Ledger } from "../ledger/ledger.ts";
import type { Question } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { Tally } from "../tally/tally.ts";
import { noAnswer } from "../tally/wording.ts";
import type { PositionId } from "../words/ids.ts";

/** Joined as a sentence joins them; where nothing was counted, the sign for no answer. */
export function namesOf(tally: Tally, ledger: Ledger, profile: Profile): string {
  const names = nameList(tally, ledger, profile);
  if (names.length === 0) return noAnswer;
  return names.join(names.some((name) => /[、，]/u.test(name)) ? "；" : "、");
}

/** In the order of the profile; titles and positions in the order of their days. */
export function nameList(tally: Tally, ledger: Ledger, profile: Profile): readonly string[] {
  const { titles, distinct = [], indicator } = tally;
  if (titles) return titles;
  const list = listOf(indicator.question, profile);
  if (!list) return distinct.map((id) => ledger.positions.get(id as PositionId)?.name ?? id);
  const counted = new Set(distinct);
  return list.filter(({ id }) => counted.has(id)).map(({ label }) => label);
}

/** Where the labels stand: a mark and a unit may have the same id. */
function listOf(
  question: Question,
  { units, categories, marks }: Profile,
): readonly { readonly id: string; readonly label: string }[] | undefined {
  if (question.of === "rate" || question.of === "obligations") return undefined;
  switch (question.measure) {
    case "units":
    case "distinct-units":
      return units;
    case "categories":
    case "distinct-categories":
      return categories;
    case "distinct-marks":
      return marks;
    default:
      return undefined;
  }
}
