import { unstable_NormalPriority, unstable_scheduleCallback } from "scheduler";

/**
 * Does something once what came before has been taken in, and React has done all that belongs to
 * what is seen. It lets a frame out before its views begin to listen, and on a busy machine may do
 * so any number of turns later: only its own queue, in which the first comes first, knows when.
 */
export function afterDrawing(does: () => void): void {
  setImmediate(() => unstable_scheduleCallback(unstable_NormalPriority, does));
}
