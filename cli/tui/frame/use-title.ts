import { useEffect } from "react";
import type { ScreenName } from "../keys.ts";
import { useLedger, useOffice } from "../office-context.tsx";

/** The window is called after the office and the screen that is open. */
export function useTitle(screen: ScreenName, setTitle: (title: string) => void): void {
  const { say } = useOffice().wording;
  const { profile } = useLedger();
  const title = `${profile.office.name} · ${say(`screen.${screen}`)}`;
  useEffect(() => setTitle(title), [title, setTitle]);
}
