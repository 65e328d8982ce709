/** Which screen is open, and the way that led there: Esc goes one step back on it. */
import { useCallback, useState } from "react";
import type { Target } from "../office-context.tsx";

/** So many steps back are remembered. */
const stepsKept = 20;
const home: Target = { screen: "board" };

export function useWay() {
  const [way, setWay] = useState<readonly [Target, ...Target[]]>([home]); // the newest first
  const open = useCallback(
    (target: Target) => setWay(([...before]) => [target, ...before.slice(0, stepsKept)]),
    [],
  );
  const back = useCallback(() => setWay(([, ...[to = home, ...rest]]) => [to, ...rest]), []);
  return { at: way[0], open, back };
}
