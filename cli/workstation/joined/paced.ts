/**
 * While thousands of operations wait, to fold all of them anew at every line that comes would take
 * longer than to send them: then what is shown is renewed now and then, and at once when few wait.
 */

/** So many are folded before anybody notices. */
const few = 1_000;

export interface Paced {
  readonly changed: () => void;
  stop(): void;
}

/** @param waiting how many operations have to be folded again at a change */
export function paceBy(waiting: () => number, change: () => void): Paced {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const changeNow = () => {
    stop();
    change();
  };
  return {
    stop,
    changed: () => {
      const count = waiting();
      if (count <= few) changeNow();
      else timer ??= setTimeout(changeNow, count / 10);
    },
  };
}
