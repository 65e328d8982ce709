/** What the names say that an outline may hold beside its figures. */
import type { Ledger } from "../ledger/ledger.ts";
import type { FixedName } from "../profile/outline-text.ts";
import type { Profile } from "../profile/profile.ts";
import type { Period } from "../words/period.ts";
import { responsibleAreas, responsibleNames } from "./duty-words.ts";
import { sayDate, sayPeriod } from "./period-words.ts";

export function sayName(name: FixedName, ledger: Ledger, profile: Profile, period: Period): string {
  switch (name) {
    case "office":
      return profile.office.name;
    case "period":
      return sayPeriod(period);
    case "closing-day":
      return sayDate(period.to);
    case "first-responsible":
      return responsibleNames(ledger, period, "first");
    case "directly-responsible":
      return responsibleNames(ledger, period, "direct");
    case "responsible-areas":
      return responsibleAreas(ledger, profile, period);
  }
}

/** By which a template knows them as well; what the profile names so itself goes before. */
export const labelsOfNames: Readonly<Partial<Record<FixedName, string>>> = {
  "first-responsible": "第一责任人",
  "directly-responsible": "直接责任人",
  "responsible-areas": "责任分工明细",
};
