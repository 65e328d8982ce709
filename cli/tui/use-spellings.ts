/** Options with their pinyin. The table of it is large: it is loaded behind the first screen. */
import { useEffect, useState } from "react";
import type { Option } from "./ui/field.ts";

type Spell = (label: string) => readonly string[];
const unspelt: Spell = () => [];
let loaded: Spell | undefined;

/** How a label is spelt; of nothing as long as the table is not there. */
export function useSpell(): Spell {
  const [spell, setSpell] = useState<Spell>(() => loaded ?? unspelt);
  useEffect(() => {
    let wanted = true;
    void import("../reading/pinyin.ts").then(({ pinyinOf }) => {
      loaded = pinyinOf;
      if (wanted) setSpell(() => pinyinOf);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return spell;
}

export function useSpellings(): (list: readonly Labelled[]) => Option[] {
  const spell = useSpell();
  return (list) =>
    list
      .filter(({ retired }) => !retired)
      .map(({ id, label }) => ({ id, label, spelt: spell(label) }));
}

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly retired?: boolean;
}
