/** Last period's statements taken over for this one, after a question: one step, undone as one. */
import { reusableFrom } from "../../../../shared/report/reusable.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { reusing } from "../../../commands/statement-reuse.ts";
import { neighbour } from "../../../reading/period-said.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";

export function useReuse(period: Period, onNotice: ScreenProps["onNotice"]) {
  const { say } = useOffice().wording;
  const { ledger } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  return async function reuse(): Promise<void> {
    const from = neighbour(period, -1);
    const found = reusableFrom(ledger, from, period);
    const names = { from: from.id, period: period.id, count: found.length };
    if (found.length === 0) return onNotice(bad(say("reuse.nothing", names)));
    if (!(await confirm(say("reuse.confirm", names)))) return;
    const result = await submit(reusing(period, found).map((body) => () => body));
    if (!result.ok) return onNotice(bad(result.sentence));
    onNotice(good(say(result.late ? "late.note" : "reuse.then")));
  };
}
