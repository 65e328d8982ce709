/** Which keys this member's role may use; one that it may not says why. The daemon decides. */
import { hasRole } from "../../shared/ledger/members.ts";
import { roleNeeded } from "../../shared/rules/rights.ts";
import { sayRefusal } from "../printing/refusals.ts";
import { useLedger, useOffice } from "./office-context.tsx";
import type { ScreenKey } from "./screen-keys.ts";

/** @returns for a key the sentence why not, undefined for one that may be used */
export function useAllowed(): (key: Pick<ScreenKey, "makes">) => string | undefined {
  const { wording, workstation } = useOffice();
  const { ledger } = useLedger();
  const role = ledger.members.get(workstation.member)?.role;
  return ({ makes }) => {
    if (makes === undefined) return undefined;
    const needed = roleNeeded[makes];
    if (role !== undefined && hasRole(role, needed)) return undefined;
    return sayRefusal(wording, { reason: "role-required", role: needed });
  };
}
