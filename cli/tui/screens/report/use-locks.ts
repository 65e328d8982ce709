/**
 * The leader's acts on the period that is read: the same operations that the commands make. Who
 * closed it when somebody else had done so already is told as soon as that arrives here.
 */
import { useEffect, useState } from "react";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { closingOf, findForestalling, stateOf } from "../../../../shared/ledger/periods.ts";
import type { Seq } from "../../../../shared/words/ids.ts";
import type { Period, PeriodId } from "../../../../shared/words/period.ts";
import { prepareClosing } from "../../../commands/period-locks.ts";
import { sayClosing } from "../../../printing/period-state.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";

export function useLocks(period: Period, onNotice: ScreenProps["onNotice"]) {
  const { wording, workstation } = useOffice();
  const { ledger, waiting, today } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const { say } = wording;
  const { id, to } = period;
  const isEarly = today < to;
  const record = ledger.periods.get(id);
  const state = stateOf(ledger.periods, id);
  const [closed, setClosed] = useState<{ readonly id: PeriodId; readonly saw: Seq }>();
  const first =
    closed?.id === id ? findForestalling(record, workstation.member, closed.saw) : undefined;
  useEffect(() => {
    if (!first) return;
    setClosed(undefined);
    onNotice(bad(sayClosing(wording, ledger, id, first, "period.closed-first")));
  }, [first, wording, ledger, id, onNotice]);

  /** @returns the sentence why not; undefined once it is done, and said */
  async function hand(body: OperationBody, done: string): Promise<string | undefined> {
    const result = await submit([() => body]);
    if (!result.ok) return result.sentence;
    onNotice(good(done));
    return undefined;
  }
  async function settle(): Promise<void> {
    if (state !== "open") return onNotice(bad(say("refusal.already-settled", { period: id })));
    const question = isEarly ? "period.settle-confirm-early" : "period.settle-confirm";
    if (!(await confirm(say(question, { period: id, to })))) return;
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
    const before = closingOf(record);
    if (before) {
      onNotice(bad(sayClosing(wording, ledger, id, before, "period.closed-by")));
      return 0;
    }
    if (waiting > 0) {
      onNotice(bad(say("period.send-first", { count: waiting })));
      return 0;
    }
    const { epoch } = await workstation.connection.ledger();
    const closing = prepareClosing(ledger, epoch, period, today, despite);
    if (!closing) return 0;
    const { body, findings, errors } = closing;
    if (errors > 0 && despite === undefined) return errors;
    const count = findings.length;
    const question = `period.close-confirm${count > 0 ? "-findings" : ""}${isEarly ? "-early" : ""}`;
    if (!(await confirm(say(question as "period.close-confirm", { period: id, count, to }))))
      return 0;
    const why = await hand(body, say("period.closed", { period: id }));
    if (why === undefined) setClosed({ id, saw: ledger.seq });
    else onNotice(bad(why));
    return 0;
  }
  const reopen = (reason: string) =>
    hand({ type: "period-reopened", period: id, reason }, say("period.reopened", { period: id }));

  return { state, settle, close, reopen };
}
