/** Which screen is open, and the way that led there: Esc goes one step back on it. */
import { useCallback, useRef, useState } from "react";
import type { Target } from "../office-context.tsx";

/** A step of the way, with its number: coming back to it is not opening it anew. */
interface Step extends Target {
  readonly opening: number;
}

/** So many steps back are remembered. */
const stepsKept = 20;
const home: Step = { screen: "board", opening: 0 };

export function useWay() {
  const [way, setWay] = useState<readonly [Step, ...Step[]]>([home]); // the newest first
  const last = useRef(home.opening);
  const open = useCallback((target: Target) => {
    last.current += 1;
    const step = { ...target, opening: last.current };
    setWay(([...before]) => {
      const isHere = target.focus === undefined && before[0]?.screen === target.screen;
      return isHere ? before : [step, ...before.slice(0, stepsKept)];
    });
  }, []);
  const back = useCallback(() => setWay(([, ...[to = home, ...rest]]) => [to, ...rest]), []);
  return { at: way[0], open, back };
}
