/** The keys that every screen has: listened to but while something else has all of them. */

import { type GlobalDoes, globalKeys, jumpKeys, type ScreenName } from "../keys.ts";
import { findBinding } from "../ui/key-map.ts";
import { useKeys } from "../ui/use-keys.ts";
import { isTyping, type Kept } from "../use-keeping.ts";

/** What lies over the screen and has its keys. */
export type Over = "nothing" | "help" | "jump" | "command-line" | "period" | "running" | "output";

/** An input method that was left on makes these of the keys. */
const fullWidth: Readonly<Record<string, string>> = { "：": ":", "？": "?", "【": "[", "】": "]" };

export function useGlobalKeys({
  over,
  kept,
  isAsking,
  onJump,
  onDoes,
}: {
  readonly over: () => Over;
  readonly kept: () => Kept;
  readonly isAsking: () => boolean;
  /** Undefined where the letter behind `g` leads nowhere. */
  readonly onJump: (to: ScreenName | undefined) => void;
  readonly onDoes: (does: GlobalDoes) => void;
}): void {
  useKeys((input, key) => {
    if (isAsking()) return;
    if (key.ctrl && input === "z") return onDoes("suspend");
    // Keys that were pressed quickly arrive together; one may open the form for those behind it.
    for (const typed of input.length > 1 ? input : [input]) {
      const one = fullWidth[typed] ?? typed;
      if (over() === "jump") {
        onJump(findBinding(jumpKeys, one, key));
        continue;
      }
      if (over() !== "nothing" || isTyping(kept())) return;
      const does = findBinding(globalKeys, one, key);
      if (does === undefined || (does === "back" && kept() !== "nothing")) continue;
      onDoes(does);
    }
  });
}
