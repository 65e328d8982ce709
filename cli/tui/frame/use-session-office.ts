/**
 * The office as this session has it: in the language that was chosen last, and with an eye on what
 * is handed in, wherever it comes from, so that the frame can offer to undo it.
 */
import { useMemo, useRef, useState } from "react";
import { type Language, wordingIn } from "../../wording/wording.ts";
import { hasSeen } from "../../workstation/live-ledger.ts";
import type { Submitted, Workstation } from "../../workstation/workstation.ts";
import { type OpenOffice, useOffice } from "../office-context.tsx";

export function useSessionOffice() {
  const opened = useOffice();
  const [language, setLanguage] = useState<Language>();
  const recorded = useRef(false);
  const office = useMemo((): OpenOffice => {
    const { wording } = opened;
    return {
      ...opened,
      workstation: watched(opened, () => {
        recorded.current = true;
      }),
      wording: !language || language === wording.language ? wording : wordingIn(language),
    };
  }, [opened, language]);
  return { office, recorded, setLanguage };
}

/**
 * What was handed in is told as done when it is seen too: the next key is about what is on the
 * screen. An undo is no step that could be undone.
 */
function watched({ workstation, live }: OpenOffice, onRecorded: () => void): Workstation {
  return {
    ...workstation,
    submit: async (drafts, options = {}) => {
      const submitted = await workstation.submit(drafts, options);
      live.flush?.();
      await hasSeen(live, Math.max(0, ...submitted.map(numberOf)));
      if (submitted.length > 0 && submitted.every(isKept) && !options.undoes) onRecorded();
      return submitted;
    },
  };
}

const numberOf = ({ answer }: Submitted): number => ("seq" in answer ? answer.seq : 0);

const isKept = ({ answer }: Submitted): boolean => answer.outcome !== "declined";
