/** The next step of a problem, with what it must carry: who and until when, what was done, why. */
import { useState } from "react";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { findAssignment, type Problem } from "../../../../shared/ledger/problems.ts";
import { findDefaultOwner } from "../../../../shared/tally/default-owner.ts";
import { addDays, type LocalDate } from "../../../../shared/words/dates.ts";
import type { MemberId } from "../../../../shared/words/ids.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { readDate } from "../../../reading/dates.ts";
import { dayField } from "../../day-field.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { chosenIn, type Field, textIn, type Values } from "../../ui/field.ts";
import { useMembers } from "../../use-members.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { problemKeys } from "./keys.ts";
import { usualDays } from "./problem-values.ts";
import type { StepName } from "./steps.ts";

export function StepForm({
  problem,
  step,
  onClose,
  ...props
}: ScreenProps & {
  readonly problem: Problem;
  readonly step: StepName;
  readonly onClose: () => void;
}) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, today } = useLedger();
  const submit = useSubmit();
  const fields = useStepFields(problem, step);
  const [saw] = useState(ledger.seq); // a step that another takes meanwhile was not seen
  const named = say(`operation.${step}`);
  async function save(values: Values): Promise<string | undefined> {
    try {
      const body = bodyOf(step, problem, values, today);
      const result = await submit([() => body], { saw });
      if (!result.ok) return result.sentence;
      const done = say("problem.step-done", { step: named, title: problem.title });
      props.onNotice(good(result.late ? say("late.note") : done));
      onClose();
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  }
  const key = problemKeys.find(({ does }) => does === step);
  const verb = key ? say(key.says) : named;
  const title = say("problem.form.step", { step: verb, title: problem.title });
  return <SmallForm {...props} {...{ title, fields, onClose }} onSave={save} />;
}

function useStepFields(problem: Problem, step: StepName): readonly Field[] {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, today } = useLedger();
  const answering = findDefaultOwner(ledger, problem, today);
  const options = useMembers(answering);
  const text = (name: "measure" | "result" | "note" | "reason", required?: string): Field => ({
    name,
    label: say(`field.${name}`),
    type: "text",
    ...(required ? { required } : { hint: say("walk.note-hint") }),
  });
  const on = dayField(wording, today, "on", { initial: today });
  switch (step) {
    case "problem-assigned": {
      const { owner = answering, deadline } = findAssignment(problem) ?? {};
      const until = deadline ?? addDays(today, usualDays);
      return [
        {
          name: "owner",
          label: say("field.owner"),
          type: "one",
          options,
          initial: owner ? [owner] : [],
          required: say("problem.no-owner"),
        },
        dayField(wording, today, "deadline", { initial: until }),
        on,
      ];
    }
    case "problem-rectified":
      return [text("measure", say("problem.no-measure")), text("result"), on];
    case "problem-closed":
      return [text("note"), on];
    case "problem-reopened":
      return [text("reason", say("problem.no-reason")), on];
  }
}

/** @throws WrongUse for a day that is none */
function bodyOf(
  step: StepName,
  { id: problem }: Problem,
  values: Values,
  today: LocalDate,
): OperationBody {
  const on = readDate(textIn(values, "on") || undefined, today);
  switch (step) {
    case "problem-assigned": {
      const owner = (chosenIn(values, "owner") ?? "") as MemberId;
      const until = textIn(values, "deadline");
      const deadline = until === "" ? addDays(on, usualDays) : readDate(until, today);
      return { type: step, problem, on, owner, deadline };
    }
    case "problem-rectified": {
      const result = textIn(values, "result");
      const measure = textIn(values, "measure");
      return { type: step, problem, on, measure, ...(result ? { result } : {}) };
    }
    case "problem-closed": {
      const note = textIn(values, "note");
      return { type: step, problem, on, ...(note ? { note } : {}) };
    }
    case "problem-reopened":
      return { type: step, problem, on, reason: textIn(values, "reason") };
  }
}
