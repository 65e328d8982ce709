import type { ScreenKey } from "../../screen-keys.ts";

export const ledgerKeys: readonly ScreenKey[] = [];
