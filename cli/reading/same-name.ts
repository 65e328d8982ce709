import type { Ledger } from "../../shared/ledger/ledger.ts";

/** Whether somebody of that name works here: members are called by it, in lists and with `--as`. */
export const hasSameName = ({ members }: Ledger, name: string): boolean =>
  members.some((member) => member.active && member.name === name.trim());
