/** What can be done with an entry without a form, and who may. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { hasRole } from "../../../../shared/ledger/members.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import { problemsOf } from "../../../reading/raised.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";

export function useMending({ onNotice, onOpen }: Pick<ScreenProps, "onNotice" | "onOpen">) {
  const { workstation, wording } = useOffice();
  const { say } = wording;
  const { ledger } = useLedger();
  const submit = useSubmit();

  /** Says why somebody may not mend a record, before a form is filled in for nothing. */
  function mayMend(list: readonly Entry[]): boolean {
    const member = ledger.members.get(workstation.member);
    const others = list.find(({ trail }) => trail.by !== workstation.member);
    if (!others || (member && hasRole(member.role, "leader"))) return true;
    onNotice(bad(say("refusal.not-the-author", { record: others.title })));
    return false;
  }

  async function restore(entry: Entry) {
    if (!isVoided(entry)) return onNotice(bad(say("ledger.not-voided")));
    const record = { type: "entry", id: entry.id } as const;
    const result = await submit([() => ({ type: "record-restored", record })]);
    const { title } = entry;
    onNotice(result.ok ? good(say("ledger.done.restore", { title })) : bad(result.sentence));
  }

  /** An inspection leads to the problem that it raised, else to its position. */
  function openSource(entry: Entry) {
    const [problem] = problemsOf(ledger, entry);
    if (problem) return onOpen({ screen: "problems", focus: problem.id });
    const position = entry.inspection?.position;
    if (position) return onOpen({ screen: "checklists", focus: position });
    onNotice(bad(say("ledger.no-source")));
  }
  return { mayMend, restore, openSource };
}
