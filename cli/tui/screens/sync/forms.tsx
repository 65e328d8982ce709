/** What lies over the pages: a form about a row or a person, or an invitation to be shown. */
import type { Duty } from "../../../../shared/ledger/duties.ts";
import type { Member } from "../../../../shared/ledger/members.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { AssignDutyForm, EndDutyForm } from "./duty-form.tsx";
import { InvitationView, type Made } from "./invitation.tsx";
import type { SyncRow } from "./rows.ts";
import type { usePeople } from "./use-people.ts";
import type { useSettling } from "./use-settling.ts";

export type SyncForm =
  | { readonly view: "return"; readonly row: SyncRow & { type: "late" } }
  | { readonly view: "add" }
  | { readonly view: "change"; readonly row: SyncRow & { type: "member" } }
  | { readonly view: "assign-duty"; readonly member: Member }
  | { readonly view: "end-duty"; readonly duty: Duty }
  | { readonly view: "invite" }
  | { readonly view: "invited"; readonly made: Made };

export function SyncFormView({
  form,
  people,
  settling,
  onClose,
  onMade,
  ...props
}: ScreenProps & {
  readonly form: SyncForm;
  readonly people: ReturnType<typeof usePeople>;
  readonly settling: ReturnType<typeof useSettling>;
  readonly onClose: () => void;
  /** An invitation was made, to be shown. */
  readonly onMade: (made: Made) => void;
}) {
  const { say } = useOffice().wording;
  const closing = async (saved: Promise<string | undefined>) => {
    const why = await saved;
    if (why === undefined) onClose();
    return why;
  };
  switch (form.view) {
    case "return": {
      const { row } = form;
      const fields = [{ name: "reason", label: say("field.reason"), type: "text" as const }];
      return (
        <SmallForm
          {...props}
          title={say("sync.return-title", { id: row.id })}
          fields={fields}
          onSave={(values) => closing(settling.giveBack(row, values.reason?.text.trim() ?? ""))}
          onClose={onClose}
        />
      );
    }
    case "add":
      return (
        <SmallForm
          {...props}
          title={say("sync.add-title")}
          fields={people.newFields()}
          onSave={(values) => closing(people.add(values))}
          onClose={onClose}
        />
      );
    case "change": {
      const { row } = form;
      return (
        <SmallForm
          {...props}
          title={say("sync.change-title", { name: row.member.name })}
          fields={people.changeFields(row)}
          onSave={(values) => closing(people.change(row, values))}
          onClose={onClose}
        />
      );
    }
    case "assign-duty":
      return <AssignDutyForm {...props} member={form.member} onClose={onClose} />;
    case "end-duty":
      return <EndDutyForm {...props} duty={form.duty} onClose={onClose} />;
    case "invite":
      return (
        <SmallForm
          {...props}
          title={say("sync.invite-title")}
          fields={people.newFields()}
          onSave={async (values) => {
            const made = await people.invite(values.name?.text.trim() ?? "", values);
            if (typeof made === "string") return made;
            onMade(made);
            return undefined;
          }}
          onClose={onClose}
        />
      );
    case "invited":
      return <InvitationView {...props} made={form.made} onClose={onClose} />;
  }
}
