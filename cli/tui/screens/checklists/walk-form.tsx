/** Forms over a walk: the problem of an item that failed, and the day on which it was gone. */

import type { CheckItem } from "../../../../shared/profile/profile.ts";
import { findDefaultOwner } from "../../../../shared/tally/default-owner.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { addDays } from "../../../../shared/words/dates.ts";
import type { KindId, MemberId } from "../../../../shared/words/ids.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { readDate } from "../../../reading/dates.ts";
import { dayField } from "../../day-field.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { chosenIn, type Field, textIn, type Values } from "../../ui/field.ts";
import { useAllowed } from "../../use-allowed.ts";
import { useMembers } from "../../use-members.ts";
import { levelField, levelIn } from "../problems/level-field.ts";
import { usualDays } from "../problems/problem-values.ts";
import type { Finding, Stop } from "./walk.ts";
import { problemTitle } from "./walk-drafts.ts";

type FormProps = ScreenProps & { readonly onClose: () => void };

/** Its title stands there; whoever may give orders may say at once who rectifies it until when. */
export function ProblemForm({
  stop,
  item,
  kind,
  on,
  onFound,
  ...props
}: FormProps & {
  readonly stop: Stop;
  readonly item: CheckItem;
  readonly kind: KindId; // of the inspection
  readonly on: LocalDate;
  readonly onFound: (finding: Finding) => void;
}) {
  const { wording } = useOffice();
  const { say } = wording;
  const refuses = useAllowed();
  const { ledger } = useLedger();
  const { id: position, category, unit } = stop.position;
  const about = { position, category, kind, ...(unit ? { unit } : {}) };
  const answering = findDefaultOwner(ledger, about, on);
  const members = useMembers(answering);
  const before = stop.findings.get(item.id);
  const known = before && !before.passed ? before : undefined;
  const { title, level, assignment } = known?.problem ?? {};
  const owner = known ? assignment?.owner : answering;
  const mayAssign = refuses({ makes: "problem-assigned" }) === undefined;
  const fields = (values: Values): readonly Field[] => [
    {
      name: "title",
      label: say("field.title"),
      type: "text",
      initial: title ?? problemTitle(wording, stop.position, item),
      offered: title === undefined,
      required: say("form.no-title"),
      isEnough: true,
    },
    {
      name: "note",
      label: say("field.note"),
      type: "text",
      initial: known?.note ?? "",
      hint: say("walk.note-hint"),
    },
    ...(mayAssign
      ? ([
          {
            name: "owner",
            label: say("field.owner"),
            type: "one",
            options: members,
            initial: owner ? [owner] : [],
            follows: true,
            ...(!known && answering && !values.owner
              ? { remark: () => ({ text: say("problem.by-duty") }) }
              : {}),
            hint: say("walk.owner-hint"),
          },
          dayField(wording, on, "deadline", {
            ...(assignment ? { initial: assignment.deadline } : {}),
            hint: say("walk.deadline-hint", { day: addDays(on, usualDays) }),
          }),
        ] satisfies Field[])
      : []),
    levelField(wording, level ?? "ordinary"),
  ];
  async function save(values: Values): Promise<string | undefined> {
    const owner = chosenIn(values, "owner") as MemberId | undefined;
    const until = textIn(values, "deadline");
    if (until !== "" && owner === undefined) return say("walk.needs-owner");
    try {
      const deadline = until === "" ? addDays(on, usualDays) : readDate(until, on);
      if (owner && deadline < on) {
        return wording.find("refusal.deadline-before-step", { deadline, on });
      }
      onFound({
        passed: false,
        note: textIn(values, "note"),
        problem: {
          title: textIn(values, "title"),
          level: levelIn(values),
          ...(owner ? { assignment: { owner, deadline } } : {}),
        },
      });
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  }
  return (
    <SmallForm
      {...props}
      title={say("walk.problem", { item: item.text })}
      fields={fields}
      onSave={save}
    />
  );
}

export function DayForm({
  on,
  onDated,
  ...props
}: FormProps & { readonly on: LocalDate; readonly onDated: (on: LocalDate) => void }) {
  const { wording } = useOffice();
  const { today } = useLedger();
  const fields = [dayField(wording, today, "on", { initial: on })];
  async function save(values: Values): Promise<string | undefined> {
    const typed = textIn(values, "on");
    onDated(typed === "" ? today : readDate(typed, today)); // the form lets no other through
    return undefined;
  }
  return <SmallForm {...props} title={wording.say("walk.day")} fields={fields} onSave={save} />;
}
