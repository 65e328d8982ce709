/** Handing in what a screen made: the answer, or the refusal, as one line of words. */
import { nameOf } from "../../shared/words/ids.ts";
import { sayFailure } from "../printing/failures.ts";
import { sayRefusal } from "../printing/refusals.ts";
import type { Draft, SubmitOptions } from "../workstation/drafting.ts";
import { isLate } from "../workstation/workstation.ts";
import { type Notice, useLedger, useOffice } from "./office-context.tsx";

export type Submitting =
  | { readonly ok: true; readonly ids: readonly string[]; readonly late: boolean }
  | { readonly ok: false; readonly sentence: string };

/** What was handed in was made on the ledger that is on the screen: that is what its author saw. */
export function useSubmit() {
  const { workstation, wording, live } = useOffice();
  const { ledger } = useLedger();
  return async (drafts: readonly Draft[], options: SubmitOptions = {}): Promise<Submitting> => {
    try {
      const submitted = await workstation.submit(drafts, { saw: ledger.seq, ...options });
      for (const { answer } of submitted) {
        if (answer.outcome !== "declined") continue;
        const why = sayRefusal(wording, answer.refusal);
        return { ok: false, sentence: wording.say("refusal.intro", { why }) };
      }
      live.flush?.();
      const late = isLate(submitted, live.current().ledger);
      return { ok: true, ids: submitted.map(({ operation }) => nameOf(operation.id)), late };
    } catch (error) {
      return { ok: false, sentence: sayFailure(wording, error).sentence };
    } finally {
      live.flush?.();
    }
  };
}

export const good = (text: string): Notice => ({ text, tone: "good" });
export const bad = (text: string): Notice => ({ text, tone: "bad" });

/** Any failure as one sentence in the reader's language. */
export function useSayFailure() {
  const { wording } = useOffice();
  return (error: unknown): string => sayFailure(wording, error).sentence;
}
