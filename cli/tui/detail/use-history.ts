/** How a record came to be what it is, read behind the frame; of this workstation's own copy too. */
import { useEffect, useState } from "react";
import { type Change, historyOf } from "../../../shared/ledger/history.ts";
import type { Tracked, Trail } from "../../../shared/ledger/trail.ts";
import { readRecord } from "../../workstation/undo.ts";
import { useOffice } from "../office-context.tsx";

export type History = readonly Change[] | "reading" | "failed";

/** Who runs through the rows does not ask for each of them. */
const restsFor = 120;
/** An operation that touches a record makes a new trail: what was read of the old one still holds. */
const read = new WeakMap<Trail, readonly Change[]>();

export function useHistory(record: Tracked | undefined): History {
  const { workstation } = useOffice();
  const trail = record?.trail;
  const [failed, setFailed] = useState<Trail>();
  const [, setTurn] = useState(0);
  useEffect(() => {
    if (!trail || read.has(trail)) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      try {
        read.set(trail, historyOf(await readRecord(workstation.connection, trail.seqs)));
        if (wanted) setTurn((before) => before + 1);
      } catch {
        if (wanted) setFailed(trail); // the line broke; the next look tries again
      }
    }, restsFor);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [trail, workstation]);
  if (!trail) return [];
  return read.get(trail) ?? (failed === trail ? "failed" : "reading");
}
