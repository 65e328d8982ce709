/** Publications as rows: under their stage, what somebody sent back or waits for first. */
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { type Stage, stageOf } from "../../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { publicationsByStage } from "../../../commands/publication-list.ts";
import type { Words } from "../../../reading/words-match.ts";

export type PublicationRow =
  | { readonly type: "stage"; readonly stage: Stage; readonly count: number }
  | { readonly type: "publication"; readonly publication: Publication };

export const keyOf = (row: PublicationRow): string =>
  row.type === "stage" ? `stage ${row.stage}` : row.publication.id;

export function publicationRows(
  ledger: Ledger,
  all: boolean,
  fits: ((words: Words) => boolean) | undefined,
): readonly PublicationRow[] {
  const found = publicationsByStage(ledger, { all }).filter(
    (publication) => fits?.(wordsOf(ledger, publication)) ?? true,
  );
  return [...Map.groupBy(found, stageOf)].flatMap(([stage, some]): PublicationRow[] => [
    { type: "stage", stage, count: some.length },
    ...some.map((publication) => ({ type: "publication" as const, publication })),
  ]);
}

/** By which one is found: what it is called, where it appears, whose it is. */
const wordsOf = (ledger: Ledger, publication: Publication): Words => [
  publication.title,
  publication.outlet,
  publication.position && ledger.positions.get(publication.position)?.name,
  ledger.profiles.at(-1)?.profile.units.find(({ id }) => id === publication.unit)?.label,
  ledger.members.get(publication.trail.by)?.name,
  publication.origin,
  publication.id,
];
