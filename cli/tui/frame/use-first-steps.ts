import { useState } from "react";
import type { FirstSteps } from "../../workstation/first-steps.ts";
import { useLedger } from "../office-context.tsx";
import { useSayFailure } from "../use-submit.ts";

/** Shown while nothing was ever recorded here and nobody asked them away. */
export function useFirstSteps({ wanted, hide }: FirstSteps, onFailure: (sentence: string) => void) {
  const { ledger } = useLedger();
  const sayFailure = useSayFailure();
  const [isHidden, setHidden] = useState(!wanted);
  return {
    isShown: !isHidden && ledger.entries.byId.size === 0,
    hide: () => {
      setHidden(true);
      hide().catch((error: unknown) => onFailure(sayFailure(error)));
    },
  };
}
