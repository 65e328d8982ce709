import { useState } from "react";
import type { Kind } from "../../../../shared/profile/profile.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Values } from "../../ui/field.ts";
import { FormView } from "../../ui/form.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useKeeping } from "../../use-keeping.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { draftEntry, findKind, useEntryFields, useFresh } from "./use-entry-form.ts";

/** One entry after the other; what is typed stays until the daemon has it on its disk. */
export function EntryForm(props: ScreenProps) {
  const [round, startAnew] = useFresh();
  useKeeping(props, "all");
  return <OneEntry key={round} {...props} startAnew={startAnew} />;
}

function OneEntry({
  top,
  width,
  height,
  isActive,
  onNotice,
  onBack,
  startAnew,
}: ScreenProps & { readonly startAnew: () => void }) {
  const { wording } = useOffice();
  const { profile, today } = useLedger();
  const submit = useSubmit();
  const [kind, setKind] = useState<Kind>();
  const [complaint, setComplaint] = useState<string>();

  async function save(values: Values) {
    const chosen = findKind(profile, values);
    if (!chosen) return setComplaint(wording.say("form.no-kind"));
    try {
      const result = await submit([draftEntry(values, chosen, today)]);
      if (!result.ok) return setComplaint(result.sentence);
      const title = values.title?.text ?? "";
      const said = wording.say("form.saved", { kind: chosen.label, title });
      onNotice(good(result.late ? wording.say("late.note") : said));
      startAnew();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  const fields = useEntryFields(kind);
  const form = useForm(
    fields,
    {
      save: (values) => void save(values),
      cancel: onBack,
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
    },
    isActive,
  );
  const now = findKind(profile, form.values);
  if (now?.id !== kind?.id) setKind(now);
  return (
    <FormView
      form={form}
      place={{ top, width, height }}
      complaint={complaint}
      isActive={isActive}
    />
  );
}
