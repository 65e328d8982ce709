/** Another period, typed in the line of the notices or chosen by its kind; Enter takes it. */
import { useState } from "react";
import type { Period } from "../../../shared/words/period.ts";
import { findPeriodSaid, otherKind } from "../../reading/period-said.ts";
import { edited } from "../line-keys.ts";
import { useLedger, useOffice } from "../office-context.tsx";
import { TypedLine } from "../typed-line.tsx";
import { Text } from "../ui/text.tsx";
import { lineOf } from "../ui/text-edit.ts";
import { theme } from "../ui/theme.ts";
import { useKeys } from "../ui/use-keys.ts";
import { useLatestState } from "../ui/use-latest-state.ts";
import { truncate, widthOf } from "../ui/width.ts";

export function PeriodLine({
  period,
  top,
  columns,
  onChoose,
  onClose,
}: {
  readonly period: Period;
  readonly top: number;
  readonly columns: number;
  readonly onChoose: (period: Period) => void;
  readonly onClose: () => void;
}) {
  const { say } = useOffice().wording;
  const { today } = useLedger();
  const [line, now, setLine] = useLatestState(lineOf(period.id));
  const [isWrong, setWrong] = useState(false);
  /** What is typed takes the place of the period that is offered; its closing day goes behind it. */
  const isReplacing = (typed: string) =>
    typed !== "" && !typed.startsWith("@") && now().text === period.id;
  const typedPeriod = () => findPeriodSaid(now().text, today);
  useKeys((input, key) => {
    if (key.escape) return onClose();
    if (key.return) {
      const chosen = typedPeriod();
      return chosen ? onChoose(chosen) : setWrong(true);
    }
    setWrong(false);
    if (key.upArrow || key.downArrow) {
      return setLine(lineOf(otherKind(typedPeriod() ?? period, key.downArrow ? 1 : -1).id));
    }
    const isText = !key.ctrl && !key.meta && !key.backspace && !key.delete;
    const next = edited(isText && isReplacing(input) ? lineOf("") : now(), input, key);
    if (next) setLine(next);
  });
  const hint = isWrong ? say("error.not-a-period", { text: line.text }) : say("period.typed-hint");
  const taken = Math.min(
    Math.floor(columns / 2),
    widthOf(line.text) + widthOf(say("period.typed")) + 6,
  );
  return (
    <Text wrap="truncate">
      <TypedLine head={say("period.typed")} line={line} top={top} width={taken} isActive />
      <Text color={isWrong ? theme.bad : theme.quiet}>
        {truncate(`  ${hint}`, columns - taken)}
      </Text>
    </Text>
  );
}
