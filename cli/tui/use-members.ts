/** Who works here, as options of a form; those who left are none. */
import { byWritten } from "../../shared/ledger/trail.ts";
import type { MemberId } from "../../shared/words/ids.ts";
import { useLedger } from "./office-context.tsx";
import type { Option } from "./ui/field.ts";
import { useSpellings } from "./use-spellings.ts";

/** @param first who is offered before all others */
export function useMembers(first?: MemberId): readonly Option[] {
  const { ledger } = useLedger();
  const spelt = useSpellings();
  const members = ledger.members
    .valueSeq()
    .sort((a, b) => Number(b.id === first) - Number(a.id === first) || byWritten(a, b))
    .map(({ id, name, active }) => ({ id, label: name, retired: !active }));
  return spelt(members.toArray());
}
