/** Letting people and workstations in: forms, and what comes of them, as the commands do it. */
import type { Role } from "../../../../shared/ledger/members.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { qrLines } from "../../../printing/qr.ts";
import { sayRefusal } from "../../../printing/refusals.ts";
import { hasSameName } from "../../../reading/same-name.ts";
import { enrol } from "../../../workstation/enrol.ts";
import {
  createInvitationToken,
  draftInvitation,
  invitationAt,
} from "../../../workstation/inviting.ts";
import { type Notice, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { good, useSubmit } from "../../use-submit.ts";
import type { Made } from "./invitation.tsx";
import type { SyncRow } from "./rows.ts";

type MemberRow = SyncRow & { type: "member" };
const roles: readonly Role[] = ["staff", "leader", "admin"];

const dutiesIn = (values: Values): string[] =>
  (values.duties?.text ?? "")
    .split(/[、，,;；]/)
    .map((duty) => duty.trim())
    .filter(Boolean);
const roleIn = (values: Values): Role | undefined =>
  roles.find((role) => role === values.role?.chosen[0]);

export function usePeople(onNotice: (notice: Notice) => void) {
  const { workstation, wording, folder } = useOffice();
  const { ledger } = useLedger();
  const submit = useSubmit();
  const { say } = wording;
  const atTheOffice = workstation.joined === undefined;
  const said = async <T>(work: () => Promise<T>): Promise<T | string> => {
    try {
      return await work();
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  };
  const fields = (name: string | undefined, role: Role, duties = ""): readonly Field[] => [
    ...(name === undefined
      ? [{ name: "name", label: say("sync.name"), type: "text" as const }]
      : []),
    {
      name: "role",
      label: say("field.role"),
      type: "one",
      initial: [role],
      options: roles.map((id) => ({ id, label: say(`role.${id}`), spelt: [id] })),
    },
    {
      name: "duties",
      label: say("field.duties"),
      type: "text",
      initial: duties,
      hint: say("sync.duties-hint"),
    },
  ];

  return {
    atTheOffice,
    newFields: () => fields(undefined, "staff"),
    changeFields: ({ member }: MemberRow) =>
      fields(member.name, member.role, member.duties.join("、")),

    add: (values: Values) =>
      said(async () => {
        const name = values.name?.text.trim() ?? "";
        if (name === "") return say("sync.no-name");
        if (hasSameName(ledger, name)) return say("member.same-name", { name });
        const role = roleIn(values) ?? "staff";
        const { submitted } = await enrol(folder, workstation, {
          name,
          role,
          duties: dutiesIn(values),
        });
        for (const { answer } of submitted) {
          if (answer.outcome !== "declined") continue;
          return say("refusal.intro", { why: sayRefusal(wording, answer.refusal) });
        }
        onNotice(good(say("member.added", { role: say(`role.${role}`), name })));
        return undefined;
      }),

    change: ({ member }: MemberRow, values: Values) =>
      said(async () => {
        const { id, name, role, duties } = member;
        const now = { role: roleIn(values) ?? role, duties: dutiesIn(values) };
        const changes = {
          ...(now.role === role ? {} : { role: now.role }),
          ...(now.duties.join() === duties.join() ? {} : { duties: now.duties }),
        };
        if (Object.keys(changes).length === 0) return say("amend.nothing");
        const body = { type: "member-changed" as const, member: id, changes };
        const result = await submit([() => body]);
        if (!result.ok) return result.sentence;
        onNotice(good(say("member.changed", { name })));
        return undefined;
      }),

    /** @returns the invitation to show, or the sentence why there is none */
    invite: (name: string, values?: Values): Promise<Made | string> =>
      said(async () => {
        if (name === "") return say("sync.no-name");
        if (!atTheOffice) return say("sync.invite-at-office");
        const gone = ledger.members.find(({ id, active }) => id === name && !active);
        if (gone) return say("sync.member-left", { name: gone.name });
        const place = await workstation.connection.place();
        if (!place) return say("invite.no-daemon");
        const token = createInvitationToken();
        const role = values && roleIn(values);
        const duties = values && dutiesIn(values);
        const drafts = draftInvitation(ledger, { name, role, duties }, token);
        const result = await submit(drafts);
        if (!result.ok) return result.sentence;
        const text = invitationAt(place, { to: "join", token });
        const qr = await qrLines(text.replaceAll("-", ""));
        const known = ledger.members.find(({ id }) => id === name)?.name ?? name;
        return { name: known, text, qr, addresses: place.addresses };
      }),
  };
}
