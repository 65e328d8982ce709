/**
 * The office as this session has it: in the language that was chosen last, and with an eye on what
 * is handed in, wherever it comes from, so that the frame can offer to undo it.
 */
import { useMemo, useRef, useState } from "react";
import { type Language, wordingIn } from "../../wording/wording.ts";
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
      workstation: watched(opened.workstation, () => {
        recorded.current = true;
      }),
      wording: !language || language === wording.language ? wording : wordingIn(language),
    };
  }, [opened, language]);
  return { office, recorded, setLanguage };
}

/** An undo is no step that could be undone. */
function watched(workstation: Workstation, onRecorded: () => void): Workstation {
  return {
    ...workstation,
    submit: async (drafts, options = {}) => {
      const submitted = await workstation.submit(drafts, options);
      if (submitted.length > 0 && submitted.every(isKept) && !options.undoes) onRecorded();
      return submitted;
    },
  };
}

const isKept = ({ answer }: Submitted): boolean => answer.outcome !== "declined";
