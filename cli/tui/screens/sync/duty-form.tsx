/** Forms about duties: for what somebody answers from a day on, and the last day of it. */
import { type Duty, Standing } from "../../../../shared/ledger/duties.ts";
import type { Member } from "../../../../shared/ledger/members.ts";
import { areaWords } from "../../../../shared/report/duty-words.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { CategoryId, KindId, UnitId } from "../../../../shared/words/ids.ts";
import { DutyId, nameOf } from "../../../../shared/words/ids.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { readDate } from "../../../reading/dates.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { dayField } from "../../day-field.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { chosenIn, type Field, textIn, type Values } from "../../ui/field.ts";
import { unitGroups } from "../../unit-groups.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";

type FormProps = ScreenProps & { readonly onClose: () => void };

/** What is left empty is not named: who is first or directly responsible may answer for all. */
export function AssignDutyForm({ member, ...props }: FormProps & { readonly member: Member }) {
  const { wording } = useOffice();
  const { say } = wording;
  const { profile, today } = useLedger();
  const spelt = useSpellings();
  const submit = useHandIn(props);
  const fields: readonly Field[] = [
    {
      name: "standing",
      label: say("field.standing"),
      type: "one",
      initial: ["area"],
      options: Standing.options.map((id) => ({ id, label: say(`standing.${id}`), spelt: [id] })),
    },
    {
      name: "categories",
      label: say("field.categories"),
      type: "many",
      options: spelt(profile.categories),
    },
    { name: "kinds", label: say("field.kinds"), type: "many", options: spelt(profile.kinds) },
    {
      name: "units",
      label: say("field.units"),
      type: "many",
      options: spelt(profile.units),
      groups: unitGroups(wording, profile),
    },
    { name: "area", label: say("field.area"), type: "text", hint: say("duty.area-hint") },
    dayField(wording, today, "from", { initial: today }),
  ];
  const save = (values: Values) => {
    const standing = Standing.catch("area").parse(chosenIn(values, "standing"));
    const from = dayIn(values, "from", today);
    const draft: Draft = (operation) => ({
      type: "duty-assigned",
      duty: {
        id: DutyId.parse(nameOf(operation)),
        member: member.id,
        standing,
        from,
        ...named<KindId>("kinds", values),
        ...named<CategoryId>("categories", values),
        ...named<UnitId>("units", values),
        ...(textIn(values, "area") ? { area: textIn(values, "area") } : {}),
      },
    });
    const said = { name: member.name, standing: say(`standing.${standing}`) };
    return submit(draft, say("duty.done-assigned", said));
  };
  const title = say("duty.assign-title", { name: member.name });
  return <SmallForm {...props} {...{ title, fields }} onSave={save} />;
}

export function EndDutyForm({ duty, ...props }: FormProps & { readonly duty: Duty }) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, profile, today } = useLedger();
  const submit = useHandIn(props);
  const said = {
    name: ledger.members.get(duty.member)?.name ?? "",
    what: areaWords(duty, profile) || say(`standing.${duty.standing}`),
  };
  const fields: readonly Field[] = [
    dayField(wording, today, "until", { initial: today }),
    { name: "reason", label: say("field.reason"), type: "text", hint: say("walk.note-hint") },
  ];
  const save = (values: Values) => {
    const reason = textIn(values, "reason");
    const on = dayIn(values, "until", today);
    const draft: Draft = () => ({
      type: "duty-ended",
      duty: duty.id,
      on,
      ...(reason ? { reason } : {}),
    });
    return submit(draft, say("duty.done-ended", { ...said, on }));
  };
  return <SmallForm {...props} title={say("duty.end-title", said)} fields={fields} onSave={save} />;
}

/** @returns hands it in and closes the form, or says why not */
function useHandIn({ onNotice, onClose }: FormProps) {
  const { wording } = useOffice();
  const submit = useSubmit();
  return async (draft: Draft, done: string): Promise<string | undefined> => {
    try {
      const result = await submit([draft]);
      if (!result.ok) return result.sentence;
      onNotice(good(result.late ? wording.say("late.note") : done));
      onClose();
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  };
}

/** The form lets nothing else through. */
const dayIn = (values: Values, name: "from" | "until", today: LocalDate): LocalDate =>
  readDate(textIn(values, name) || undefined, today);

/** The list of that name, where anything was chosen in it. */
function named<Id extends string>(name: "kinds" | "categories" | "units", values: Values) {
  const chosen = (values[name]?.chosen ?? []) as readonly Id[];
  return chosen.length > 0 ? { [name]: [...chosen] } : {};
}
