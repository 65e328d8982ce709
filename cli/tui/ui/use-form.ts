/**
 * A form as it is filled in: which field has the keys, what is typed there, what was chosen.
 * It knows nothing of what it is for; `save` is told the values.
 */
import { usePaste } from "ink";
import { type Field, type Option, optionsFor, startOf, type Values } from "./field.ts";
import {
  allValues,
  enter,
  type FormActions,
  type FormState,
  formKeys,
  isChoice,
  placeIn,
} from "./form-keys.ts";
import type { Line } from "./text-edit.ts";
import { useKeys } from "./use-keys.ts";
import { useLatestState } from "./use-latest-state.ts";

export type { FormActions } from "./form-keys.ts";

export interface Form {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly at: number; // index of the field that has the keys
  readonly line: Line; // what is being typed there
  readonly options: readonly Option[]; // what fits it, for fields to choose from
  readonly option: number; // index of the option that Enter takes
  readonly complaint?: string | undefined; // what kept it from being saved
}

/**
 * @param asked the fields, or those that are asked given what stands in them
 * @param start what stands in it at first, beside what the fields themselves begin with
 */
export function useForm(
  asked: readonly Field[] | ((values: Values) => readonly Field[]),
  actions: FormActions,
  isActive = true,
  start: Values = {},
): Form {
  const fieldsOf = typeof asked === "function" ? asked : () => asked;
  const [drawn, latest, setState] = useLatestState<FormState>(() => {
    const fields = fieldsOf(start);
    const begun = fields
      .filter((field) => !(isChoice(field) && field.follows))
      .map((field) => [field.name, startOf(field)] as const);
    const values = { ...Object.fromEntries(begun), ...start };
    return { at: 0, values, line: enter(fields[0], values), option: 0 };
  });
  const handle = formKeys(fieldsOf, actions, latest, setState);
  useKeys(handle.key, { isActive });
  usePaste(handle.text, { isActive });
  const fields = fieldsOf(drawn.values);
  const at = placeIn(fields, drawn);
  return {
    fields,
    values: allValues(fields, drawn.values),
    at,
    line: drawn.line,
    options: optionsFor(fields[at], drawn.line.text),
    option: drawn.option,
    complaint: drawn.complaint,
  };
}
