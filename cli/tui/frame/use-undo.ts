import { findUndo } from "../../workstation/undo.ts";
import { type Notice, useLedger, useOffice } from "../office-context.tsx";
import { bad, good, useSubmit } from "../use-submit.ts";

/** The member's own last step, taken back. */
export function useUndo(onNotice: (notice: Notice) => void) {
  const { workstation, wording } = useOffice();
  const { ledger } = useLedger();
  const submit = useSubmit();
  return async () => {
    const { connection, id } = workstation;
    const undone = await findUndo(connection, ledger, id, wording.say("undo.reason"));
    if (undone.found === "nothing" || undone.found === "already") {
      return onNotice(bad(wording.say(`undo.${undone.found}`)));
    }
    const what = wording.say(`operation.${undone.type}`);
    if (undone.found !== "counters") {
      return onNotice(bad(wording.say(`undo.${undone.found}`, { what })));
    }
    const { bodies, undoes } = undone;
    const result = await submit(
      bodies.map((body) => () => body),
      { undoes },
    );
    onNotice(result.ok ? good(wording.say("undo.done", { what })) : bad(result.sentence));
  };
}
