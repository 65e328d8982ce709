/**
 * The answers to questions that are asked of publications. A release counts on its day, whatever
 * came after it; what stands on the closing day was released by then and not withdrawn.
 */
import type { Ledger } from "../ledger/ledger.ts";
import { type Release, releasesIn, stageOn, stepsBy } from "../ledger/publication-stages.ts";
import type { Publication, PublicationStep } from "../ledger/publications.ts";
import { isVoided } from "../ledger/trail.ts";
import type { PublicationQuestion } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { LocalDate } from "../words/dates.ts";
import type { Answer } from "./answer.ts";
import {
  type Place,
  type PlaceFilter,
  placeFilterOf,
  placeOf,
  takesPlace,
  takesUnit,
} from "./place.ts";
import { compareRecords, type Dated } from "./record-order.ts";
import { type DayRange, isInRange } from "./scope.ts";

/** A publication at the moment asked for; released in three channels it is found three times. */
interface Found extends Dated {
  readonly title: string;
  readonly place: Place;
}

export function answerFromPublications(
  ledger: Ledger,
  profile: Profile | undefined,
  { measure, moment, where }: PublicationQuestion,
  range: DayRange,
  narrowed?: PlaceFilter,
): Answer {
  const filter = narrowed ?? placeFilterOf(where, profile);
  const { mediaLevels, reprint } = where;
  const found: Found[] = [];
  for (const publication of ledger.publications.values()) {
    if (isVoided(publication) || publication.reprint !== (reprint ?? publication.reprint)) continue;
    const { id, title } = publication;
    for (const { on, release } of occasionsOf(publication, moment, range)) {
      // A release says itself where it appeared; before there is one, what is planned counts.
      const { category, position } = release ?? publication;
      const place = placeOf(ledger.positions, { unit: publication.unit, category, position });
      const level = release?.mediaLevel;
      if (mediaLevels && !(level && mediaLevels.includes(level))) continue;
      if (takesPlace(filter, place)) found.push({ id, on, title, place });
    }
  }
  return answerOf(found.sort(compareRecords), measure, filter);
}

function answerOf(
  found: readonly Found[],
  measure: PublicationQuestion["measure"],
  filter: PlaceFilter,
): Answer {
  const sources = () => [...new Set(found.map(({ id }) => id))];
  switch (measure) {
    case "count":
      return { value: new Set(found.map(({ id }) => id)).size, sources };
    case "releases":
      return { value: found.length, sources };
    case "list-titles": {
      const titles = [...new Set(found.map(({ title }) => title))];
      return { value: titles.length, sources, titles: () => titles };
    }
    case "distinct-units": {
      const unitsOf = ({ place }: Found) => place.units.filter((unit) => takesUnit(filter, unit));
      const units = new Set(found.flatMap(unitsOf));
      const named = found.filter((one) => unitsOf(one).length > 0);
      return {
        value: units.size,
        sources: () => [...new Set(named.map(({ id }) => id))],
        distinct: () => [...units].sort(),
      };
    }
  }
}

interface Occasion {
  readonly on: LocalDate;
  readonly release?: Release;
}

/** The days on which a publication stands among the sources; none where it is none of them. */
function occasionsOf(
  publication: Publication,
  moment: PublicationQuestion["moment"],
  range: DayRange,
): Occasion[] {
  const stage = stageOn(publication, range.to);
  const released = releasesIn(stepsBy(publication, range.to)).map((release) => ({
    on: release.on,
    release,
  }));
  switch (moment) {
    case "drafted":
      return isInRange(publication.on, range) ? [{ on: publication.on }] : [];
    case "in-review":
      return stage !== undefined && stage !== "released" && stage !== "withdrawn"
        ? [{ on: publication.on }]
        : [];
    case "released":
      return released.filter(({ on }) => isInRange(on, range));
    case "standing":
      return stage === "released" ? released : [];
    case "corrected":
      return stepsIn(publication, "publication-corrected", range);
    case "withdrawn":
      return stage === "withdrawn" ? stepsIn(publication, "publication-withdrawn", range) : [];
  }
}

const stepsIn = (
  { steps }: Publication,
  type: PublicationStep["type"],
  range: DayRange,
): Occasion[] => steps.filter((step) => step.type === type && isInRange(step.on, range));
