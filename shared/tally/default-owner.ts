/**
 * Who is offered as the owner of a problem where nobody was named: who answers for its position,
 * or else whoever of the duties in force on that day has the area that says the most about it, or
 * else the one who is directly responsible. Offered, never decided.
 */
import { type Duty, isInForce } from "../ledger/duties.ts";
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { NewProblem } from "../ledger/problems.ts";
import { byWritten, isVoided } from "../ledger/trail.ts";
import type { LocalDate } from "../words/dates.ts";
import type { KindId, MemberId } from "../words/ids.ts";
import { findPosition, type Place, placeOf } from "./place.ts";

/** What is known of a problem; of one that an inspection is about to raise, that one's kind. */
export type About = Pick<NewProblem, "unit" | "position" | "category" | "inspection"> & {
  readonly kind?: KindId;
};

export function findDefaultOwner(
  ledger: Ledger,
  problem: About,
  day: LocalDate,
): MemberId | undefined {
  const isHere = (member: MemberId | undefined) =>
    member !== undefined && ledger.members.get(member)?.active === true;
  const keeper = findPosition(ledger.positions, problem.position)?.owner;
  if (isHere(keeper)) return keeper;
  const place = placeOf(ledger.positions, problem);
  const { inspection } = problem;
  const kind = problem.kind ?? (inspection && findEntry(ledger.entries, inspection)?.kind);
  const inForce = dutiesOn(ledger, day).filter(({ member }) => isHere(member));
  const fitting = inForce
    .map((duty) => ({ duty, fit: fitOf(duty, place, kind) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const direct = inForce.find((duty) => duty.standing === "direct" && !hasLists(duty));
  return fitting[0]?.duty.member ?? direct?.member;
}

/** The duties in force on that day, first responsible ones first, then as they were written. */
export const dutiesOn = ({ duties }: Ledger, day: LocalDate): Duty[] =>
  [...duties.values()]
    .filter((duty) => !isVoided(duty) && isInForce(duty, day))
    .sort((a, b) => order[a.standing] - order[b.standing] || byWritten(a, b));
const order = { first: 0, direct: 1, area: 2 } as const;

const listsOf = ({ kinds, categories, units }: Duty) => [kinds, categories, units];
const hasLists = (duty: Duty): boolean => listsOf(duty).some((list) => list && list.length > 0);

/** How many of the duty's lists the record meets; 0 where it misses one, or there is none. */
function fitOf(duty: Duty, { units, category }: Place, kind: KindId | undefined): number {
  const { kinds = [], categories = [], units: area = [] } = duty;
  const asked: readonly (readonly [given: boolean, met: boolean])[] = [
    [kinds.length > 0, kind !== undefined && kinds.includes(kind)],
    [categories.length > 0, category !== undefined && categories.includes(category)],
    [area.length > 0, units.some((unit) => area.includes(unit))],
  ];
  const given = asked.filter(([isGiven]) => isGiven);
  return given.every(([, isMet]) => isMet) ? given.length : 0;
}
