/**
 * Ctrl-Z: the terminal goes back to the shell as it was, and `fg` draws the screens anew. In a
 * window without a shell nobody could call them back, and the system does not stop them either:
 * then they are simply drawn again.
 */
import { useEffect, useRef } from "react";
import { useHandOver } from "./hand-over.tsx";

/** The stop comes at once; who is not stopped after so long, in milliseconds, will not be. */
const stopsWithin = 200;

export function useSuspend(): () => void {
  const handOver = useHandOver();
  const latest = useRef(() => {});
  const isSuspended = useRef(false);
  latest.current = () => {
    if (process.platform === "win32" || isSuspended.current) return;
    isSuspended.current = true;
    void handOver(stop).finally(() => {
      isSuspended.current = false;
    });
  };
  useEffect(() => {
    if (process.platform === "win32") return;
    const onStop = () => latest.current();
    process.on("SIGTSTP", onStop);
    return () => void process.off("SIGTSTP", onStop);
  }, []);
  return () => latest.current();
}

/** Of the whole job, as the terminal itself does it: npm and the like stand before us there. */
async function stop(): Promise<void> {
  const listeners = process.listeners("SIGTSTP");
  process.removeAllListeners("SIGTSTP");
  await new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      process.off("SIGCONT", go);
      resolve();
    };
    const timer = setTimeout(go, stopsWithin);
    process.on("SIGCONT", go);
    process.kill(0, "SIGTSTP");
  });
  for (const listener of listeners) process.on("SIGTSTP", listener);
}
