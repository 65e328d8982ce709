/** All that a profile gives a name to, by word: what may be referred to, and what is retired. */
import { findNearest } from "../words/nearest.ts";
import type { ListWord, Misfit, ReferredWord } from "./finding.ts";
import type { Profile } from "./profile.ts";
import { mediaLevelsIn } from "./publishing.ts";

interface Named {
  readonly id: string;
  readonly label?: string;
  readonly retired?: boolean;
}

type Path = readonly PropertyKey[];

export class Names {
  readonly #lists: Readonly<Record<ReferredWord, ReadonlyMap<string, Named>>>;

  constructor(profile: Profile) {
    const byId = (list: readonly Named[]) =>
      new Map(list.map((named): [string, Named] => [named.id, named]));
    this.#lists = {
      "unit-type": byId(profile.unitTypes),
      unit: byId(profile.units),
      kind: byId(profile.kinds),
      mark: byId(profile.marks),
      category: byId(profile.categories),
      indicator: byId(profile.indicators),
      statement: byId(profile.statements),
      "media-level": byId(mediaLevelsIn(profile)),
      obligation: byId(profile.obligations ?? []),
    };
  }

  /** Those names that nothing has. */
  findUnknown(word: ReferredWord, names: readonly string[], at: Path): Misfit[] {
    const known = this.#lists[word];
    return names.flatMap((name, index) =>
      known.has(name) ? [] : [unknown(word, name, known.keys(), [...at, index])],
    );
  }

  /** That name, where nothing has it or what has it is retired. */
  findUnusable(word: ReferredWord, name: string, at: Path): Misfit[] {
    const named = this.#lists[word].get(name);
    if (!named) return [unknown(word, name, this.#lists[word].keys(), at)];
    return named.retired ? [{ issue: "retired", word, name, at }] : [];
  }
}

function unknown(word: ListWord, name: string, known: Iterable<string>, at: Path): Misfit {
  const nearest = findNearest(name, known);
  return { issue: "unknown", word, name, at, ...(nearest === undefined ? {} : { nearest }) };
}

/** Names that are given twice in one list. */
export function findDuplicates(word: ListWord, list: readonly Named[], at: Path): Misfit[] {
  const seen = new Set<string>();
  return list.flatMap(({ id: name }, index): Misfit[] => {
    if (seen.has(name)) return [{ issue: "duplicate", word, name, at: [...at, index, "id"] }];
    seen.add(name);
    return [];
  });
}

/** Labels by which something is called, given twice among those that are not retired. */
export function findDuplicateLabels(word: ListWord, list: readonly Named[], at: Path): Misfit[] {
  const seen = new Set<string>();
  return list.flatMap(({ label: name, retired }, index): Misfit[] => {
    if (name === undefined || retired) return [];
    if (seen.has(name)) {
      return [{ issue: "duplicate-label", word, name, at: [...at, index, "label"] }];
    }
    seen.add(name);
    return [];
  });
}
