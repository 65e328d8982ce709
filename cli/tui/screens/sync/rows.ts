/** What the three pages list: what waits for somebody, who works here, what writes into the ledger. */

import { type Disputed, findDisputes } from "../../../../shared/ledger/disputes.ts";
import type { Duty } from "../../../../shared/ledger/duties.ts";
import type { Late, Ledger, Returned } from "../../../../shared/ledger/ledger.ts";
import type { Member } from "../../../../shared/ledger/members.ts";
import type { Operation } from "../../../../shared/ledger/operation.ts";
import { byWritten, type Conflict, isVoided } from "../../../../shared/ledger/trail.ts";
import type { Workstation } from "../../../../shared/ledger/workstations.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { nameOf, type WorkstationId } from "../../../../shared/words/ids.ts";
import { nameOfDisputed } from "../../../commands/disputes.ts";
import type { OpenInvitation } from "../../../workstation/inviting.ts";
import type { Declined } from "../../../workstation/joined/own-answers.ts";

export type Section = "late" | "disputes" | "declined" | "returned" | "waiting";

export type SyncRow =
  | { readonly type: "section"; readonly section: Section; readonly count: number }
  | { readonly type: "late"; readonly id: string; readonly late: Late }
  | {
      readonly type: "dispute";
      readonly id: string;
      readonly disputed: Disputed;
      readonly conflict: Conflict;
    }
  | { readonly type: "declined"; readonly id: string; readonly declined: Declined }
  | { readonly type: "returned"; readonly id: string; readonly returned: Returned }
  | { readonly type: "waiting"; readonly id: string; readonly operation: Operation }
  | { readonly type: "member"; readonly id: string; readonly member: Member }
  | { readonly type: "duty"; readonly id: string; readonly duty: Duty }
  | {
      readonly type: "device";
      readonly id: WorkstationId;
      readonly device: Workstation;
      readonly own: boolean;
    }
  | { readonly type: "invitation"; readonly id: string; readonly open: OpenInvitation };

const withHead = (section: Section, rows: readonly SyncRow[]): readonly SyncRow[] =>
  rows.length === 0 ? [] : [{ type: "section", section, count: rows.length }, ...rows];

/** Everything that waits for somebody, as `tray list` has it; sections of nothing are left out. */
export function trayRows(
  ledger: Ledger,
  returned: readonly Returned[],
  declined: readonly Declined[],
  waiting: readonly Operation[],
): readonly SyncRow[] {
  const late = [...ledger.tray]
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id, one]): SyncRow => ({ type: "late", id, late: one }));
  const disputes = findDisputes(ledger).flatMap((disputed) =>
    (disputed.record.trail.conflicts ?? []).map((conflict): SyncRow => {
      const id = nameOfDisputed(disputed);
      return { type: "dispute", id, disputed, conflict };
    }),
  );
  const back = returned.map((one): SyncRow => {
    const id = nameOf(one.operation.id);
    return { type: "returned", id, returned: one };
  });
  return [
    ...withHead("late", late),
    ...withHead("disputes", disputes),
    ...withHead(
      "declined",
      declined.map((one) => ({ type: "declined", id: nameOf(one.operation.id), declined: one })),
    ),
    ...withHead("returned", back),
    ...withHead(
      "waiting",
      waiting.map((operation) => ({ type: "waiting", id: nameOf(operation.id), operation })),
    ),
  ];
}

/** Who works here, and below each for what they answer on that day or will. */
export function memberRows(ledger: Ledger, today: LocalDate): readonly SyncRow[] {
  const duties = Map.groupBy(
    [...ledger.duties.values()]
      .filter((duty) => !isVoided(duty) && (duty.until === undefined || duty.until >= today))
      .sort(byWritten),
    ({ member }) => member,
  );
  return ledger.members
    .valueSeq()
    .toArray()
    .sort((a, b) => Number(b.active) - Number(a.active) || byWritten(a, b))
    .flatMap((member): SyncRow[] => [
      { type: "member", id: member.id, member },
      ...(duties.get(member.id) ?? []).map(
        (duty) => ({ type: "duty", id: duty.id, duty }) as const,
      ),
    ]);
}

/** Open invitations first, then the workstations, those that were revoked last. */
export function deviceRows(
  ledger: Ledger,
  own: WorkstationId,
  open: readonly OpenInvitation[],
): readonly SyncRow[] {
  const devices = [...ledger.workstations]
    .sort(
      ([, a], [, b]) =>
        Number(a.revoked !== undefined) - Number(b.revoked !== undefined) ||
        (a.joined ?? 0) - (b.joined ?? 0),
    )
    .map(([id, device]): SyncRow => ({ type: "device", id, device, own: id === own }));
  const invited = open.map(
    (one): SyncRow => ({ type: "invitation", id: one.invitation, open: one }),
  );
  return [...invited, ...devices];
}
