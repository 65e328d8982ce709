/**
 * A question before what cannot be taken back. Only a `y` means yes: every other key, and Enter
 * too, means no. While it is asked, nothing else has the keys.
 */

import { createContext, useContext, useRef } from "react";
import { useOffice } from "./office-context.tsx";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { useKeys } from "./ui/use-keys.ts";
import { useLatestState } from "./ui/use-latest-state.ts";
import { truncate, widthOf } from "./ui/width.ts";

/** Resolves once it is answered; the question is a whole sentence of the wording. */
export type Confirm = (question: string) => Promise<boolean>;

const Context = createContext<Confirm>(() => Promise.resolve(false));
export const ConfirmProvider = Context;

/** For screens: `if (await confirm(say("…"))) …`. */
export const useConfirm = (): Confirm => useContext(Context);

/** For the frame: what is asked just now, and how it is asked. */
export function useConfirming() {
  const [question, questionNow, setQuestion] = useLatestState<string | undefined>(undefined);
  const answer = useRef<(yes: boolean) => void>(undefined);
  const settle = (yes: boolean) => {
    setQuestion(undefined);
    answer.current?.(yes);
    answer.current = undefined;
  };
  const confirm: Confirm = (text) => {
    settle(false); // one that was still open is not answered any more
    setQuestion(text);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  };
  const latest = useRef(confirm);
  useKeys(
    // Of keys that came in one piece the first is the answer, and none of the others a command.
    (input, key) => {
      if (questionNow() === undefined) return;
      settle(!key.ctrl && !key.meta && /^[yY]/.test(input));
    },
    { isActive: question !== undefined },
  );
  return { question, isAsking: () => questionNow() !== undefined, confirm: latest.current };
}

export function ConfirmLine({
  question,
  columns,
}: {
  readonly question: string;
  readonly columns: number;
}) {
  const { wording } = useOffice();
  const choice = `  ${wording.say("confirm.choice")}`;
  return (
    <Text wrap="truncate" bold color={theme.warning}>
      {truncate(question, Math.max(1, columns - widthOf(choice) - 1)) + choice}
    </Text>
  );
}
