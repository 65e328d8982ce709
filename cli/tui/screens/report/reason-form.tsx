import type { ScreenProps } from "../../office-context.tsx";
import { useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";

/** One reason, which is kept; an empty one is none. */
export function ReasonForm(
  props: ScreenProps & {
    readonly title: string;
    /** @returns the sentence why not; undefined once it is done */
    readonly onReason: (reason: string) => Promise<string | undefined>;
    readonly onClose: () => void;
  },
) {
  const { onReason, onClose } = props;
  const { say } = useOffice().wording;
  return (
    <SmallForm
      {...props}
      fields={[{ name: "reason", label: say("field.reason"), type: "text" }]}
      onSave={async (values) => {
        const reason = values.reason?.text.trim() ?? "";
        if (reason === "") return say("refusal.reason-required");
        const why = await onReason(reason);
        if (why === undefined) onClose();
        return why;
      }}
    />
  );
}
