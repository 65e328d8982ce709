/** Who works here, as options of a form; those who left are none. */
import { byWritten } from "../../shared/ledger/trail.ts";
import { useLedger } from "./office-context.tsx";
import type { Option } from "./ui/field.ts";
import { useSpellings } from "./use-spellings.ts";

export function useMembers(): readonly Option[] {
  const { ledger } = useLedger();
  const spelt = useSpellings();
  const members = ledger.members
    .valueSeq()
    .sort(byWritten)
    .map(({ id, name, active }) => ({ id, label: name, retired: !active }));
  return spelt(members.toArray());
}
