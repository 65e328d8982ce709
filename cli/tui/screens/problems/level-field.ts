/** How serious a problem is: one of two, ordinary unless told. */
import { Level, type NewProblem } from "../../../../shared/ledger/problems.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Field, Values } from "../../ui/field.ts";

export const levelField = ({ say }: Wording, initial: NewProblem["level"]): Field => ({
  name: "level",
  label: say("field.level"),
  type: "one",
  initial: [initial],
  options: Level.options.map((id) => ({ id, label: say(`level.${id}`), spelt: [id] })),
});

export const levelIn = (values: Values): NewProblem["level"] =>
  Level.options.find((level) => level === values.level?.chosen[0]) ?? "ordinary";
