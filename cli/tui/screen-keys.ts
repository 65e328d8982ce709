/**
 * Keys of screens as data: what is listened to, what the help says of it, and what it would record,
 * so that a key that a role may not use is shown as such before it is pressed.
 */
import type { OperationType } from "../../shared/ledger/operation.ts";
import type { Key } from "../wording/wording.ts";
import { type Binding, char, ctrl, named } from "./ui/key-map.ts";

export interface ScreenKey<Does extends string = string> extends Binding<Does> {
  readonly says: Key;
  /** The operation that comes of it, for the table of who may do what. */
  readonly makes?: OperationType;
}

export const onChar = <Does extends string>(
  keys: string,
  does: Does,
  says: Key,
  makes?: OperationType,
): ScreenKey<Does> => ({ ...char(keys, does), says, ...(makes ? { makes } : {}) });

export const onNamed = <Does extends string>(
  keys: string,
  does: Does,
  name: "return" | "escape" | "tab",
  says: Key,
): ScreenKey<Does> => ({ ...named(keys, does, name), says });

export const onCtrl = <Does extends string>(
  keys: string,
  does: Does,
  letter: string,
  says: Key,
  makes?: OperationType,
): ScreenKey<Does> => ({ ...ctrl(keys, does, letter), says, ...(makes ? { makes } : {}) });
