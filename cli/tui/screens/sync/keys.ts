import type { ScreenKey } from "../../screen-keys.ts";

export const syncKeys: readonly ScreenKey[] = [];
