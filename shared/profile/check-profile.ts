/**
 * Whether a profile that fits the format also fits itself: every name that it refers to is one
 * that it gives, once, and nothing in use rests on something retired.
 *
 * An indicator may go on asking for a retired kind, mark, category or unit: what was recorded
 * before still counts.
 */
import { checkOutline } from "./check-outline.ts";
import type { Misfit } from "./finding.ts";
import type { Filter, Indicator, PublicationFilter } from "./indicator.ts";
import { findDuplicateLabels, findDuplicates, Names } from "./names.ts";
import type { Profile } from "./profile.ts";
import { mediaLevelsIn, reviewsIn } from "./publishing.ts";

type Path = readonly PropertyKey[];

export function checkProfile(profile: Profile): Misfit[] {
  const names = new Names(profile);
  const { obligations = [] } = profile;
  return [
    ...findDuplicates("unit-type", profile.unitTypes, ["unitTypes"]),
    ...findDuplicates("unit", profile.units, ["units"]),
    ...findDuplicates("kind", profile.kinds, ["kinds"]),
    ...findDuplicates("mark", profile.marks, ["marks"]),
    ...findDuplicates("category", profile.categories, ["categories"]),
    ...findDuplicates("indicator", profile.indicators, ["indicators"]),
    ...findDuplicates("statement", profile.statements, ["statements"]),
    ...findDuplicates("review", reviewsIn(profile), ["publishing", "reviews"]),
    ...findDuplicates("media-level", mediaLevelsIn(profile), ["publishing", "levels"]),
    ...findDuplicates("obligation", obligations, ["obligations"]),
    ...profile.categories.flatMap(({ items }, at) =>
      findDuplicates("check-item", items, ["categories", at, "items"]),
    ),
    // What people call by its label, on the command line and in a template.
    ...findDuplicateLabels("unit", profile.units, ["units"]),
    ...findDuplicateLabels("kind", profile.kinds, ["kinds"]),
    ...findDuplicateLabels("mark", profile.marks, ["marks"]),
    ...findDuplicateLabels("category", profile.categories, ["categories"]),
    ...findDuplicateLabels("indicator", profile.indicators, ["indicators"]),
    ...findDuplicateLabels("review", reviewsIn(profile), ["publishing", "reviews"]),
    ...findDuplicateLabels("media-level", mediaLevelsIn(profile), ["publishing", "levels"]),
    ...findDuplicateLabels("obligation", obligations, ["obligations"]),
    ...profile.units.flatMap(({ type }, at) =>
      names.findUnusable("unit-type", type, ["units", at, "type"]),
    ),
    ...profile.kinds.flatMap(({ marks, retired }, at) =>
      retired
        ? names.findUnknown("mark", marks, ["kinds", at, "marks"])
        : marks.flatMap((mark, index) =>
            names.findUnusable("mark", mark, ["kinds", at, "marks", index]),
          ),
    ),
    ...profile.indicators.flatMap((indicator, at) =>
      checkQuestion(indicator, profile.indicators, names, ["indicators", at, "question"]),
    ),
    ...obligations.flatMap(({ each = [], proves }, at) => [
      ...each.flatMap((type, index) =>
        names.findUnusable("unit-type", type, ["obligations", at, "each", index]),
      ),
      ...checkFilter(proves, names, ["obligations", at, "proves"]),
    ]),
    ...profile.relations.flatMap(({ whole, parts }, at) => [
      ...names.findUnusable("indicator", whole, ["relations", at, "whole"]),
      ...parts.flatMap((part, index): Misfit[] => {
        const here = ["relations", at, "parts", index];
        return part === whole
          ? [{ issue: "part-of-itself", name: part, at: here }]
          : names.findUnusable("indicator", part, here);
      }),
    ]),
    ...checkOutline(profile, names),
  ];
}

function checkQuestion(
  { id, question, retired }: Indicator,
  indicators: readonly Indicator[],
  names: Names,
  at: Path,
): Misfit[] {
  if (question.of === "obligations") {
    return names.findUnknown("obligation", question.obligations ?? [], [...at, "obligations"]);
  }
  if (question.of !== "rate") {
    return [
      ...checkFilter(question.where, names, [...at, "where"]),
      ...(question.of === "entries" && question.among
        ? names.findUnknown("mark", question.among, [...at, "among"])
        : []),
    ];
  }
  return (["part", "whole"] as const).flatMap((side): Misfit[] => {
    const name = question[side];
    const here = [...at, side];
    if (name === id) return [{ issue: "rate-of-itself", name, at: here }];
    const other = indicators.find((one) => one.id === name);
    if (other?.question.of === "rate") return [{ issue: "rate-of-rate", name, at: here }];
    return retired && other ? [] : names.findUnusable("indicator", name, here);
  });
}

function checkFilter(filter: Filter | PublicationFilter, names: Names, at: Path): Misfit[] {
  const where: { readonly [list in keyof typeof filterWords]?: readonly string[] | undefined } =
    filter;
  const lists = Object.entries(filterWords) as [keyof typeof filterWords, FilterWord][];
  return lists.flatMap(([list, word]) => names.findUnknown(word, where[list] ?? [], [...at, list]));
}

const filterWords = {
  kinds: "kind",
  marks: "mark",
  categories: "category",
  units: "unit",
  unitTypes: "unit-type",
  mediaLevels: "media-level",
} as const;
type FilterWord = (typeof filterWords)[keyof typeof filterWords];
