import { Box } from "ink";
import { useState } from "react";
import { statusOf } from "../../../../shared/ledger/problems.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { findBinding } from "../../ui/key-map.ts";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { padTo } from "../../ui/width.ts";
import { bad, good, useSubmit } from "../../use-submit.ts";
import { problemKeys } from "./keys.ts";
import { StepForm } from "./step-form.tsx";
import { type ProblemRow, type StepName, stepsOf, useProblems } from "./use-problems.ts";

/** Problems by deadline; a key takes the next step of the chosen one. */
export function Problems(props: ScreenProps) {
  const { width, height, isActive, onNotice, onOpen } = props;
  const { wording } = useOffice();
  const submit = useSubmit();
  const [all, setAll] = useState(false);
  const [step, setStep] = useState<{ readonly row: ProblemRow; readonly step: StepName }>();
  const rows = useProblems(all);
  const list = useList(rows, height - 2, isActive && !step);
  useKeys(
    (input, key) => {
      const does = findBinding(problemKeys, input, key);
      if (does === "all") return setAll(!all);
      const row = list.now();
      if (does === undefined || !row) return;
      if (does === "inspection") {
        const { inspection } = row.problem;
        if (inspection) return onOpen({ screen: "ledger", focus: inspection });
        return onNotice({ text: wording.say("problem.no-inspection"), tone: "quiet" });
      }
      if (does === "problem-step-withdrawn") return void withdraw(row);
      if (stepsOf(row.problem).includes(does)) return setStep({ row, step: does });
      const status = wording.say(`status.${statusOf(row.problem)}`);
      const said = wording.say(`operation.${does}`);
      const text = wording.say("refusal.step-not-possible", { status, step: said });
      onNotice({ text, tone: "bad" });
    },
    { isActive: isActive && !step },
  );
  if (step) {
    const { row } = step;
    return (
      <StepForm
        {...props}
        problem={row.problem}
        step={step.step}
        onDone={() => setStep(undefined)}
      />
    );
  }
  if (rows.length === 0) return <Text color={theme.quiet}>{wording.say("problem.empty")}</Text>;
  const chosen = list.chosen?.problem;
  return (
    <Box flexDirection="column" height={height}>
      <Box flexDirection="column" height={height - 1}>
        <ListView
          list={list}
          width={width}
          rowKey={({ problem }) => problem.id}
          line={({ problem, deadline, overdue }) => {
            const status = padTo(wording.say(`status.${statusOf(problem)}`), 17);
            const until = padTo(
              overdue > 0 ? wording.say("problem.overdue", { days: overdue }) : (deadline ?? ""),
              20,
            );
            return {
              text: `${status}${until}${problem.title}`,
              color: overdue > 0 ? theme.bad : undefined,
            };
          }}
        />
      </Box>
      <Text color={theme.quiet}>
        {chosen
          ? stepsOf(chosen)
              .map((one) => stepHint(one))
              .join("  ")
          : ""}
      </Text>
    </Box>
  );

  async function withdraw({ problem: { id, steps } }: ProblemRow) {
    const last = steps.at(-1);
    if (!last) return onNotice(bad(wording.say("problem.no-step", { id })));
    const body = { type: "problem-step-withdrawn" as const, problem: id, step: last.operation };
    const result = await submit([() => body]);
    const said = wording.say("problem.withdrawn", {
      id,
      step: wording.say(`operation.${last.type}`),
    });
    onNotice(result.ok ? good(said) : bad(result.sentence));
  }

  function stepHint(name: StepName): string {
    const keys = problemKeys.find(({ does }) => does === name)?.keys ?? "";
    return `${keys} ${wording.say(`operation.${name}`)}`;
  }
}
