/** Units as they are often chosen together: all of a type, under its name. */
import type { Profile, Unit } from "../../shared/profile/profile.ts";
import type { Wording } from "../wording/wording.ts";
import type { Group } from "./ui/field.ts";

/** With how many they are: 全部村 23. */
export function unitGroups({ say }: Wording, { unitTypes, units }: Profile): readonly Group[] {
  const used = units.filter(({ retired }) => !retired);
  return unitTypes.flatMap(({ id, label }): Group[] => {
    const ids = used.filter((unit: Unit) => unit.type === id).map((unit) => unit.id);
    if (ids.length < 2) return [];
    return [{ id: `all:${id}`, label: say("form.all-of", { label, count: ids.length }), ids }];
  });
}
