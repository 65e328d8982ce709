import { onCtrl, type ScreenKey } from "../../screen-keys.ts";

export const entryFormKeys: readonly ScreenKey<"repeat" | "all-units">[] = [
  onCtrl("Ctrl+R", "repeat", "r", "key.repeat", "entry-logged"),
  onCtrl("Ctrl+T", "all-units", "t", "key.all-units"),
];
