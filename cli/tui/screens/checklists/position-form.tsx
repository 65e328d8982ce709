/** Forms about one position: a new one, what is wrong with one, its last day, its first day again. */
import { useState } from "react";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { lastSpan, type Position } from "../../../../shared/ledger/positions.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { sayFailure } from "../../../printing/failures.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { useConfirm } from "../../confirm.tsx";
import { dayField } from "../../day-field.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { type Field, textIn, type Values } from "../../ui/field.ts";
import { useMembers } from "../../use-members.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { amendedFrom, dayIn, openedFrom, positionFields } from "./position-values.ts";

export type PositionForm =
  | { readonly name: "open"; readonly like: Position | undefined }
  | { readonly name: "amend" | "retire" | "reopen"; readonly position: Position };

export function PositionFormView({
  form,
  onClose,
  onOpened,
  ...props
}: ScreenProps & {
  readonly form: PositionForm;
  readonly onClose: () => void;
  /** A new one is there, by its id. */
  readonly onOpened: (id: string) => void;
}) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, today } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const [saw] = useState(ledger.seq); // what others write from now on was not seen by the author
  const fields = useFields(form);

  async function save(values: Values): Promise<string | undefined> {
    try {
      const draft = draftOf(values);
      if (draft === undefined) return say("ledger.nothing-changed");
      if (!(await mayGoOn(values))) return undefined;
      const result = await submit([draft], { saw });
      if (!result.ok) return result.sentence;
      props.onNotice(good(result.late ? say("late.note") : done(values)));
      onClose();
      if (form.name === "open") onOpened(result.ids[0] ?? "");
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  }
  function draftOf(values: Values): Draft | undefined {
    const body = (made: OperationBody | undefined): Draft | undefined => made && (() => made);
    switch (form.name) {
      case "open":
        return openedFrom(values, today);
      case "amend":
        return body(amendedFrom(form.position, values));
      case "retire": {
        const reason = textIn(values, "reason");
        const on = dayIn(values, "on", today);
        const why = reason ? { reason } : {};
        return body({ type: "position-retired", position: form.position.id, on, ...why });
      }
      case "reopen": {
        const on = dayIn(values, "on", today);
        return body({ type: "position-reopened", position: form.position.id, on });
      }
    }
  }
  /** What cannot be taken back is asked first. */
  async function mayGoOn(values: Values): Promise<boolean> {
    if (form.name !== "reopen") return true;
    const { name } = form.position;
    const day = dayIn(values, "on", today);
    const last = lastSpan(form.position)?.to;
    if (last && day <= last) return true; // as if it had never been retired: that is undone
    return confirm(say("checklist.reopen-confirm", { name, day }));
  }
  function done(values: Values): string {
    const name = form.name === "open" ? textIn(values, "name") : form.position.name;
    const date: LocalDate | "" = form.name === "retire" ? dayIn(values, "on", today) : "";
    return say(doneSentence[form.name], { name, date });
  }
  const title = form.name === "open" ? "" : form.position.name;
  return (
    <SmallForm
      {...props}
      title={say(`checklist.form.${form.name}`, { name: title })}
      fields={fields}
      onSave={save}
      onClose={onClose}
    />
  );
}

const doneSentence = {
  open: "checklist.opened",
  amend: "checklist.amended",
  retire: "position.retired",
  reopen: "position.reopened",
} as const;

function useFields(form: PositionForm): readonly Field[] {
  const { wording } = useOffice();
  const { profile, today } = useLedger();
  const members = useMembers();
  const spelt = useSpellings();
  switch (form.name) {
    case "open": {
      const asked = positionFields({ wording, profile, today, members, spelt }, undefined);
      const { category, unit } = form.like ?? {};
      const like: Readonly<Record<string, string | undefined>> = { category, unit };
      return asked.map((field) => {
        const initial = like[field.name];
        return initial !== undefined && field.type === "one"
          ? { ...field, initial: [initial] }
          : field;
      });
    }
    case "amend":
      return positionFields({ wording, profile, today, members, spelt }, form.position);
    case "retire": {
      const reason: Field = { name: "reason", label: wording.say("field.reason"), type: "text" };
      return [dayField(wording, today, "on", { initial: today }), reason];
    }
    case "reopen": {
      const last = lastSpan(form.position)?.to;
      return [dayField(wording, today, "on", { initial: last && last > today ? last : today })];
    }
  }
}
