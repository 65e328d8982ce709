import { onNamed, type ScreenKey } from "../../screen-keys.ts";

export const boardKeys: readonly ScreenKey<"open">[] = [
  onNamed("Enter", "open", "return", "key.open"),
];
