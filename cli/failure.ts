/** What stops a command: a sentence by its key, and the exit code that scripts rely on. */
import type { Refusal } from "../shared/rules/refusal.ts";
import type { Key, Params } from "./wording/wording.ts";

/** Stable: scripts look at these numbers. */
export const exitCode = { fine: 0, failed: 1, wrongUse: 2, refused: 3, unreachable: 4 } as const;

/** The command was used wrongly, or what it names is not there. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
  readonly key: Key;
  readonly params: Params;
  constructor(key: Key, params: Params = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

/** It could not be done, for a reason outside of what was asked. */
export class Failed extends Error {
  override readonly name = "Failed";
  readonly key: Key;
  readonly params: Params;
  readonly exit: number | undefined;
  constructor(
    key: Key,
    params: Params = {},
    options: ErrorOptions & { readonly exit?: number } = {},
  ) {
    super(key, options);
    this.key = key;
    this.params = params;
    this.exit = options.exit;
  }
}

/** The daemon declined it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}
