import { Box } from "ink";
import { useState } from "react";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { Problem } from "../../../../shared/ledger/problems.ts";
import { byWritten } from "../../../../shared/ledger/trail.ts";
import { addDays, type LocalDate } from "../../../../shared/words/dates.ts";
import type { MemberId } from "../../../../shared/words/ids.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { readDate } from "../../../reading/dates.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useKeeping } from "../../use-keeping.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import type { StepName } from "./use-problems.ts";

/** Usual time to rectify something, offered and changed at will. */
const usualDays = 15;

export function StepForm({
  problem,
  step,
  onDone,
  top,
  width,
  height,
  isActive,
  onNotice,
  onKeep,
}: ScreenProps & {
  readonly problem: Problem;
  readonly step: StepName;
  readonly onDone: () => void;
}) {
  const { wording } = useOffice();
  const { today } = useLedger();
  const submit = useSubmit();
  const fields = useStepFields(step);
  const [complaint, setComplaint] = useState<string>();
  useKeeping({ onKeep }, "all");
  async function save(values: Values) {
    try {
      const body = bodyOf(step, problem, values, today);
      const result = await submit([() => body]);
      if (!result.ok) return setComplaint(result.sentence);
      onNotice(good(`${wording.say(`operation.${step}`)} ${problem.title}`));
      onDone();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  const clean = (typed: string) => toPlainLines(typed).replaceAll("\n", " ");
  const actions = { save: (values: Values) => void save(values), cancel: onDone, clean };
  const form = useForm(fields, actions, isActive);
  const place = { top: top + 1, width, height: height - 1 };
  return (
    <Box flexDirection="column" height={height}>
      <Text bold>{`${wording.say(`operation.${step}`)}  ${problem.title}`}</Text>
      <FormView form={form} place={place} complaint={complaint} isActive={isActive} />
    </Box>
  );
}

function useStepFields(step: StepName): readonly Field[] {
  const { say } = useOffice().wording;
  const { ledger, today } = useLedger();
  const spelt = useSpellings();
  const text = (name: string, label: string, initial = ""): Field => ({
    name,
    label,
    type: "text",
    initial,
  });
  const on = text("on", say("field.on"), today);
  switch (step) {
    case "problem-assigned": {
      const members = ledger.members
        .valueSeq()
        .sort(byWritten)
        .map(({ id, name, active }) => ({ id, label: name, retired: !active }))
        .toArray();
      const options = spelt(members);
      const deadline = text("deadline", say("field.deadline"), addDays(today, usualDays));
      return [{ name: "owner", label: say("field.owner"), type: "one", options }, deadline, on];
    }
    case "problem-rectified":
      return [text("measure", say("field.measure")), text("result", say("field.result")), on];
    case "problem-closed":
      return [text("note", say("field.note")), on];
    case "problem-reopened":
      return [text("reason", say("field.reason")), on];
  }
}

/** @throws WrongUse for a day that is none */
function bodyOf(
  step: StepName,
  { id: problem }: Problem,
  values: Values,
  today: LocalDate,
): OperationBody {
  const text = (name: string) => values[name]?.text.trim() ?? "";
  const on = readDate(text("on") || undefined, today);
  switch (step) {
    case "problem-assigned": {
      const owner = (values.owner?.chosen[0] ?? "") as MemberId;
      return { type: step, problem, on, owner, deadline: readDate(text("deadline"), today) };
    }
    case "problem-rectified": {
      const result = text("result");
      return { type: step, problem, on, measure: text("measure"), ...(result ? { result } : {}) };
    }
    case "problem-closed":
      return { type: step, problem, on, ...(text("note") ? { note: text("note") } : {}) };
    case "problem-reopened":
      return { type: step, problem, on, reason: text("reason") };
  }
}
