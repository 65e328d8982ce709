/** What is done about the chosen row: each is the same operation that the command makes. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import { conflictWords, settledValue, settling } from "../../../commands/disputes.ts";
import { admitting, returning } from "../../../commands/periods.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { useConfirm } from "../../confirm.tsx";
import { type Notice, useLedger, useOffice } from "../../office-context.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";
import type { SyncRow } from "./rows.ts";

export function useSettling(onNotice: (notice: Notice) => void) {
  const { workstation, wording } = useOffice();
  const { ledger } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const { say } = wording;

  /** @returns the sentence why not; undefined once it is done, and said */
  async function hand(bodies: readonly OperationBody[], done: string): Promise<string | undefined> {
    const result = await submit(bodies.map((body) => () => body));
    if (!result.ok) return result.sentence;
    onNotice(good(done));
    return undefined;
  }
  const tell = async (bodies: readonly OperationBody[], done: string) => {
    const why = await hand(bodies, done);
    if (why !== undefined) onNotice(bad(why));
  };
  const wrongRow = (key: "late" | "dispute" | "declined" | "member" | "duty" | "device") =>
    onNotice({ text: say(`sync.needs-${key}`), tone: "quiet" });

  return {
    hand,
    wrongRow,
    admit: (row: SyncRow | undefined) =>
      row?.type === "late"
        ? tell([admitting(row.late.operation.id)], say("late.admitted", { id: row.id }))
        : wrongRow("late"),
    giveBack: (row: SyncRow & { type: "late" }, reason: string) =>
      hand([returning(row.late.operation.id, reason)], say("late.returned", { id: row.id })),
    settle: (row: SyncRow | undefined, take: boolean) => {
      if (row?.type !== "dispute") return wrongRow("dispute");
      const { disputed, conflict, id } = row;
      const value = settledValue(wording, ledger, disputed, conflict, take);
      const [field = ""] = conflictWords(wording, ledger, disputed, conflict);
      const done =
        value === undefined
          ? say("tray.settled", { id })
          : say("sync.settled", { id, field, value });
      return tell(settling(disputed, [conflict], take), done);
    },
    drop: async (row: SyncRow | undefined) => {
      if (row?.type !== "declined" && row?.type !== "returned") return wrongRow("declined");
      const { id } = row;
      const { operation } = row.type === "declined" ? row.declined : row.returned;
      if (!(await confirm(say("sync.drop-confirm", { id })))) return;
      try {
        await workstation.joined?.drop(operation.id.n);
        onNotice(good(say("tray.dropped", { id })));
      } catch (error) {
        onNotice(bad(sayFailure(wording, error).sentence));
      }
    },
    leave: async (row: SyncRow | undefined) => {
      if (row?.type !== "member") return wrongRow("member");
      const { id: member, name, active } = row.member;
      if (active && !(await confirm(say("sync.leave-confirm", { name })))) return;
      const changes = { active: !active };
      return tell([{ type: "member-changed", member, changes }], say("member.changed", { name }));
    },
    revoke: async (row: SyncRow | undefined) => {
      if (row?.type === "invitation") {
        const { invitation, name } = row.open;
        if (!(await confirm(say("sync.withdraw-confirm", { name })))) return;
        return tell([{ type: "invitation-revoked", invitation }], say("invitation.revoked"));
      }
      if (row?.type !== "device") return wrongRow("device");
      const { id, own, device } = row;
      if (own) return onNotice(bad(say("device.not-own")));
      const name = (device.member && ledger.members.get(device.member)?.name) ?? "";
      if (!(await confirm(say("sync.revoke-confirm", { id, name })))) return;
      const done = say("device.revoked", { id });
      return tell([{ type: "workstation-revoked", workstation: id }], done);
    },
  };
}
