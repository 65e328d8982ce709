/** Who answers for what, as a report says it: by name and area, on the period's closing day. */
import type { Duty, Standing } from "../ledger/duties.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../profile/profile.ts";
import { dutiesOn } from "../tally/default-owner.ts";
import type { Period } from "../words/period.ts";

/** What a duty is for, in words: the profile's labels, and what was written beside them. */
export function areaWords(duty: Duty, profile: Profile): string {
  const { kinds = [], categories = [], units = [], area } = duty;
  const labels = (list: readonly { id: string; label: string }[], ids: readonly string[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.label ?? id);
  return [
    ...labels(profile.units, units),
    ...labels(profile.categories, categories),
    ...labels(profile.kinds, kinds),
    ...(area === undefined ? [] : [area]),
  ].join("、");
}

/** The names of those with that standing, each once; a visible place where there is nobody. */
export function responsibleNames(
  ledger: Ledger,
  period: Period,
  standing: Exclude<Standing, "area">,
): string {
  const names = dutiesOn(ledger, period.to)
    .filter((duty) => duty.standing === standing)
    .map((duty) => nameOf(ledger, duty));
  const place = standing === "first" ? "第一责任人" : "直接责任人";
  return names.length === 0 ? `〔待定：${place}〕` : [...new Set(names)].join("、");
}

/** 王磊负责上墙图版，赵雪负责展陈场所 */
export function responsibleAreas(ledger: Ledger, profile: Profile, period: Period): string {
  const areas = dutiesOn(ledger, period.to)
    .filter(({ standing }) => standing === "area")
    .map((duty) => `${nameOf(ledger, duty)}负责${areaWords(duty, profile)}`);
  return areas.length === 0 ? "〔待定：责任分工〕" : areas.join("，");
}

const nameOf = ({ members }: Ledger, { member }: Duty): string =>
  members.get(member)?.name ?? member;
