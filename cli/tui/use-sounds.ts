/** The table of pinyin is large: it is loaded behind the first frame. */
import { useEffect, useState } from "react";
import type { Sounds } from "../reading/words-match.ts";

let loaded: Sounds | undefined;

/** Undefined until it is there. */
export function useSounds(): Sounds | undefined {
  const [sounds, setSounds] = useState<Sounds | undefined>(() => loaded);
  useEffect(() => {
    let wanted = true;
    void import("../reading/sounds.ts").then((module) => {
      module.sounds("重阳", "cy"); // its table is made at the first question: now, not at a key
      loaded = module.sounds;
      if (wanted) setSounds(() => module.sounds);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return sounds;
}
