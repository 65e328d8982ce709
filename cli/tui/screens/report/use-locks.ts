/** The leader's acts on the period that is read: the same operations that the commands make. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { stateOf } from "../../../../shared/ledger/periods.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { prepareClosing } from "../../../commands/period-locks.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";

export function useLocks(period: Period, onNotice: ScreenProps["onNotice"]) {
  const { wording, workstation } = useOffice();
  const { ledger, waiting } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const { say } = wording;
  const { id } = period;
  const state = stateOf(ledger.periods, id);

  /** @returns the sentence why not; undefined once it is done, and said */
  async function hand(body: OperationBody, done: string): Promise<string | undefined> {
    const result = await submit([() => body]);
    if (!result.ok) return result.sentence;
    onNotice(good(done));
    return undefined;
  }
  async function settle(): Promise<void> {
    if (state !== "open") return onNotice(bad(say("refusal.already-settled", { period: id })));
    if (!(await confirm(say("period.settle-confirm", { period: id })))) return;
    const why = await hand(
      { type: "period-settled", period: id },
      say("period.settled", { period: id }),
    );
    if (why !== undefined) onNotice(bad(why));
  }
  /**
   * Closes after a question, or asks for a reason where the check found errors.
   * @param despite that reason, once it was given
   * @returns how many errors want a reason; 0 where it was closed, or was not to be
   */
  async function close(despite?: string): Promise<number> {
    if (state === "closed") {
      onNotice(bad(say("refusal.already-closed", { period: id })));
      return 0;
    }
    if (waiting > 0) {
      onNotice(bad(say("period.send-first", { count: waiting })));
      return 0;
    }
    const { epoch } = await workstation.connection.ledger();
    const closing = prepareClosing(ledger, epoch, period, despite);
    if (!closing) return 0;
    const { body, findings, errors } = closing;
    if (errors > 0 && despite === undefined) return errors;
    const count = findings.length;
    const question = count > 0 ? "period.close-confirm-findings" : "period.close-confirm";
    if (!(await confirm(say(question, { period: id, count })))) return 0;
    const why = await hand(body, say("period.closed", { period: id }));
    if (why !== undefined) onNotice(bad(why));
    return 0;
  }
  const reopen = (reason: string) =>
    hand({ type: "period-reopened", period: id, reason }, say("period.reopened", { period: id }));

  return { state, settle, close, reopen };
}
