/**
 * Which screen is open in which period, and the way that led there: Esc goes one step back on it.
 */
import { useCallback, useRef, useState } from "react";
import type { Period } from "../../../shared/words/period.ts";
import type { Target } from "../office-context.tsx";

/** A step of the way, with its number: coming back to it is not opening it anew. */
interface Step extends Target {
  readonly opening: number;
  /** What was shown before, where it was opened in a period of its own. */
  readonly left?: Period;
}

/** So many steps back are remembered. */
const stepsKept = 20;
const home: Step = { screen: "board", opening: 0 };

export function useWay(startPeriod: Period) {
  const [way, setWay] = useState<readonly [Step, ...Step[]]>([home]); // the newest first
  const [period, setPeriod] = useState(startPeriod);
  const last = useRef(home.opening);
  const [at] = way;
  const open = useCallback(
    (target: Target) => {
      last.current += 1;
      const step = { ...target, opening: last.current, ...(target.period && { left: period }) };
      if (target.period) setPeriod(target.period);
      setWay(([...before]) => {
        const isHere = target.focus === undefined && before[0]?.screen === target.screen;
        return isHere ? before : [step, ...before.slice(0, stepsKept)];
      });
    },
    [period],
  );
  const back = useCallback(() => {
    // Whoever chose another period meanwhile keeps it.
    if (at.left && period === at.period) setPeriod(at.left);
    setWay(([, ...[to = home, ...rest]]) => [to, ...rest]);
  }, [at, period]);
  return { at, period, setPeriod, open, back };
}
