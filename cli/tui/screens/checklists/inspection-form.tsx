import { Box } from "ink";
import { useState } from "react";
import type { CheckedItem } from "../../../../shared/ledger/entries.ts";
import type { Position } from "../../../../shared/ledger/positions.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { readDate } from "../../../reading/dates.ts";
import { draftInspection } from "../../../workstation/inspection.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useKeeping } from "../../use-keeping.ts";
import { good, useSubmit } from "../../use-submit.ts";

/** A position's check items, one a line: blank turns passed into failed, what is typed is noted. */
export function InspectionForm({
  position,
  onDone,
  top,
  width,
  height,
  isActive,
  onNotice,
  onKeep,
}: ScreenProps & { readonly position: Position; readonly onDone: () => void }) {
  const { wording } = useOffice();
  const { profile, today } = useLedger();
  const submit = useSubmit();
  const [complaint, setComplaint] = useState<string>();
  useKeeping({ onKeep }, "all");

  const kind = profile.kinds.find(({ inspects, retired }) => inspects && !retired);
  const items = profile.categories.find(({ id }) => id === position.category)?.items ?? [];
  const fields: Field[] = [
    { name: "on", label: wording.say("field.on"), type: "text", initial: today },
    ...items.map(({ id, text }): Field => ({ name: `item:${id}`, label: text, type: "check" })),
  ];

  async function save(values: Values) {
    if (!kind) return setComplaint(wording.say("inspect.no-kind"));
    const checked = items.map(({ id, text }): CheckedItem => {
      const { passed = true, text: note = "" } = values[`item:${id}`] ?? {};
      return { item: id, text, passed, ...(note.trim() ? { note: note.trim() } : {}) };
    });
    try {
      const drafts = draftInspection({
        kind: kind.id,
        on: readDate(values.on?.text, today),
        title: wording.say("inspect.default-title", { position: position.name }),
        position,
        items: checked,
        problemTitle: ({ text, note }) =>
          note
            ? wording.say("inspect.problem-title-noted", { position: position.name, note })
            : wording.say("inspect.problem-title", { position: position.name, item: text }),
      });
      const result = await submit(drafts);
      if (!result.ok) return setComplaint(result.sentence);
      const failed = checked.filter(({ passed }) => !passed).length;
      const said = { id: result.ids[0] ?? "", position: position.name, failed };
      onNotice(good(wording.say("inspect.done", { ...said, passed: checked.length - failed })));
      onDone();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  const form = useForm(
    fields,
    {
      save: (values) => void save(values),
      cancel: onDone,
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
    },
    isActive,
  );
  const place = { top: top + 1, width, height: height - 1 };
  return (
    <Box flexDirection="column" height={height}>
      <Text bold>{position.name}</Text>
      <FormView form={form} place={place} complaint={complaint} isActive={isActive} />
    </Box>
  );
}
