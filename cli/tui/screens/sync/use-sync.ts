/** How this workstation stands, and the rows of the page that is looked at. */
import { useEffect, useMemo, useState } from "react";
import { returnedTo } from "../../../reading/returned.ts";
import { findLastBackup, type LastBackup } from "../../../workstation/backup/last.ts";
import { openInvitations } from "../../../workstation/inviting.ts";
import type { Declined } from "../../../workstation/joined/own-answers.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import type { List } from "../../ui/use-list.ts";
import type { Page } from "./keys.ts";
import { deviceRows, memberRows, type SyncRow, trayRows } from "./rows.ts";

export function useRows(page: Page): readonly SyncRow[] {
  const { workstation, now } = useOffice();
  const { ledger, waiting: count, today } = useLedger();
  const declined = useDeclined();
  const minute = useMinute(page === "devices");
  const { id, joined } = workstation;
  const dropped = joined?.dropped();
  return useMemo(() => {
    switch (page) {
      case "tray": {
        const waiting = count > 0 ? (joined?.waiting() ?? []) : [];
        return trayRows(ledger, returnedTo(ledger, id, dropped), declined, waiting);
      }
      case "people":
        return memberRows(ledger, today);
      case "devices":
        return deviceRows(ledger, id, openInvitations(ledger, minute ?? now()));
    }
  }, [page, ledger, today, id, declined, dropped, joined, count, now, minute]);
}

/** The time, told anew now and then while invitations that run out are looked at. */
function useMinute(isLookedAt: boolean): Date | undefined {
  const { now } = useOffice();
  const [at, setAt] = useState<Date>();
  useEffect(() => {
    if (!isLookedAt) return;
    setAt(now());
    const timer = setInterval(() => setAt(now()), 15_000);
    return () => clearInterval(timer);
  }, [isLookedAt, now]);
  return at;
}

/** One's own that the daemon declined: their bodies are on this disk, and are read behind. */
function useDeclined(): readonly Declined[] {
  const { workstation } = useOffice();
  const { declined: count } = useLedger();
  const [declined, setDeclined] = useState<readonly Declined[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = count === 0 ? undefined : workstation.joined?.declined();
    void Promise.resolve(read ?? []).then(
      (found) => wanted && setDeclined(found),
      () => undefined, // they stay in the count above; the next change reads them again
    );
    return () => {
      wanted = false;
    };
  }, [workstation, count]);
  return declined;
}

/** @param round changes when another one was made */
export function useLastBackup(round: number): LastBackup | undefined {
  const { folder } = useOffice();
  const [last, setLast] = useState<LastBackup>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round says that it is another.
  useEffect(() => {
    let wanted = true;
    void findLastBackup(folder).then((found) => wanted && setLast(found));
    return () => {
      wanted = false;
    };
  }, [folder, round]);
  return last;
}

/** The row that the screen was opened at; a row has to be there before it can be chosen. */
export function useFocus(
  list: List<SyncRow>,
  rows: readonly SyncRow[],
  focus: string | undefined,
): void {
  const done = useRemembered<string>("sync.focus", focus);
  useEffect(() => {
    if (focus === undefined || done.current === focus) return;
    const at = rows.findIndex((row) => row.type !== "section" && row.id === focus);
    if (at < 0) return;
    done.current = focus;
    list.choose(at);
  }, [list, rows, focus, done]);
}
