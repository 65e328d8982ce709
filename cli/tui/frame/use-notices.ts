/** What was said last, for a few seconds; behind what was just recorded stands that `u` undoes it. */
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Notice } from "../office-context.tsx";

export interface ShownNotice extends Notice {
  readonly offersUndo: boolean;
}

const noticeStays = 6_000;

/** @param recorded true once something was recorded that no notice has spoken of yet */
export function useNotices(recorded: RefObject<boolean>) {
  const [notice, setNotice] = useState<ShownNotice>();
  const onNotice = useCallback(
    (said: Notice) => {
      setNotice({ ...said, offersUndo: said.tone === "good" && recorded.current });
      recorded.current = false;
    },
    [recorded],
  );
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(undefined), noticeStays);
    return () => clearTimeout(timer);
  }, [notice]);
  return { notice, onNotice };
}
