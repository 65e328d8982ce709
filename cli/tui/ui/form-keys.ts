/** What each key does to a form, as the form is at that moment. */
import type { Key } from "ink";
import {
  choosing,
  chosenWith,
  type Field,
  optionsFor,
  startOf,
  type Value,
  type Values,
} from "./field.ts";
import { edit, insert, type Line, lineOf } from "./text-edit.ts";

export interface FormState {
  readonly at: number;
  readonly values: Values;
  readonly line: Line; // what is being typed in the field that has the keys
  readonly entered?: Line; // the same, as it was when the keys came to it
  readonly option: number;
  /** What kept it from being saved. */
  readonly complaint?: string | undefined;
}

export interface FormActions {
  readonly save: (values: Values) => void;
  readonly cancel: () => void;
  /** What people type, without what may not be typed. */
  readonly clean: (typed: string) => string;
  /** What is said when nothing that can be chosen fits what was typed. */
  readonly noneFits: (typed: string) => string;
  /** Something else stands in it than before. */
  readonly changed?: (values: Values) => void;
  /** Something was chosen: what that brings to other fields. */
  readonly chose?: (name: string, values: Values) => Values;
  /** Keys of the screen's own, asked first. @returns what the form holds then, if it was one */
  readonly own?: (input: string, key: Key, values: Values) => Values | undefined;
}

export const isChoice = (field: Field | undefined): field is Field & { type: "one" | "many" } =>
  field?.type === "one" || field?.type === "many";

/** The line that stands in a field when the keys come to it: a choice is searched from nothing. */
export const enter = (field: Field | undefined, values: Values): Line =>
  lineOf(field && !isChoice(field) ? (values[field.name] ?? startOf(field)).text : "");

/** Fields may come and go with what is chosen: a kind that has no quantity asks for none. */
export const placeIn = (fields: readonly Field[], { at }: FormState): number =>
  Math.min(at, fields.length - 1);

const noField: Field = { name: "", label: "", type: "text" };
const valueNamed = (fields: readonly Field[], values: Values, name: string): Value =>
  values[name] ?? startOf(fields.find((one) => one.name === name) ?? noField);

/** Of every field that is asked, also of those that nobody has touched. */
export const allValues = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(fields.map(({ name }) => [name, valueNamed(fields, values, name)]));

/** @param fieldsOf the fields that are asked, given what stands in them */
export function formKeys(
  fieldsOf: (values: Values) => readonly Field[],
  actions: FormActions,
  latest: () => FormState,
  set: (next: FormState) => void,
) {
  const fields = () => fieldsOf(latest().values);
  const here = () => fields()[placeIn(fields(), latest())];
  const setState = (next: Omit<FormState, "complaint">) => {
    const isOther = next.values !== latest().values;
    set({ ...next, complaint: undefined });
    if (isOther) actions.changed?.(allValues(fields(), next.values));
  };
  const change = (name: string, more: Partial<Value>): Values => ({
    ...latest().values,
    [name]: { ...valueNamed(fields(), latest().values, name), ...more },
  });
  const go = (to: number, values: Values = latest().values) => {
    const asked = fieldsOf(values);
    const at = Math.max(0, Math.min(asked.length - 1, to));
    const line = enter(asked[at], values);
    setState({ at, values, line, entered: line, option: 0 });
  };
  const goBy = (by: number, values?: Values) => go(placeIn(fields(), latest()) + by, values);
  const type = (line: Line) => {
    const field = here();
    const isText = field !== undefined && !isChoice(field);
    const values = isText ? change(field.name, { text: line.text }) : latest().values;
    setState({ ...latest(), values, line, option: 0 });
  };
  const put = (typed: string) => {
    const field = here();
    const clean = actions.clean(typed);
    const holdsLines = field?.type === "text" && field.lines === true;
    const fits = holdsLines ? clean : clean.replaceAll("\n", " ");
    const isOffer = field?.type === "text" && field.offered && latest().line === latest().entered;
    if (fits !== "") type(insert(isOffer ? lineOf("") : latest().line, fits));
  };

  /** What stands in the form with what is typed into a choice; undefined if nothing fits that. */
  function withTyped(): Values | undefined {
    const field = here();
    const { line, option, values } = latest();
    if (!isChoice(field) || line.text.trim() === "") return values;
    const more = field.take?.(line.text);
    if (more) return { ...values, ...more };
    const fits = optionsFor(field, line.text)[option];
    if (!fits) return undefined;
    const { chosen } = valueNamed(fields(), values, field.name);
    const changed = change(field.name, { chosen: chosenWith(field, chosen, fits.id) });
    return actions.chose?.(field.name, changed) ?? changed;
  }
  const sayNoneFits = () =>
    set({ ...latest(), complaint: actions.noneFits(latest().line.text.trim()) });
  /** Nothing that is typed is lost on the way to another field: it is chosen, or the keys stay. */
  function leave(by: number) {
    const values = withTyped();
    if (!values) return sayNoneFits();
    goBy(by, values);
  }

  /** Saved only once nothing is missing or wrong; otherwise the keys go where it is. */
  function save() {
    const typed = withTyped();
    if (!typed) return sayNoneFits();
    if (typed !== latest().values) go(placeIn(fieldsOf(typed), latest()), typed);
    const asked = fields();
    const values = allValues(asked, latest().values);
    for (const [at, field] of asked.entries()) {
      const value = values[field.name] as Value;
      const isEmpty = isChoice(field) ? value.chosen.length === 0 : value.text.trim() === "";
      const remark = isEmpty || isChoice(field) ? undefined : field.remark?.(value.text);
      const complaint = isEmpty ? field.required : remark?.isBad ? remark.text : undefined;
      if (complaint === undefined) continue;
      go(at);
      return set({ ...latest(), complaint });
    }
    actions.save(values);
  }

  function goOn(field: Field | undefined) {
    const isLast = placeIn(fields(), latest()) === fields().length - 1;
    if (field?.isEnough || isLast) return save();
    goBy(1);
  }

  function choose() {
    const field = here();
    if (!isChoice(field)) return goOn(field);
    const { line, option, values } = latest();
    const more = field.take?.(line.text);
    if (more) {
      const filled = { ...values, ...more };
      const enough = fieldsOf(filled).findIndex(({ isEnough }) => isEnough);
      return go(Math.max(0, enough), filled);
    }
    const taken = optionsFor(field, line.text)[option];
    const { chosen } = valueNamed(fields(), values, field.name);
    const goesOn = line.text === "" && (field.type === "many" || chosen.length > 0);
    if (!taken && line.text.trim() !== "") return sayNoneFits();
    if (!taken || goesOn) return goOn(field);
    const now = field.type === "one" ? [taken.id] : choosing(field, chosen, taken.id);
    const changed = change(field.name, { chosen: now });
    const brought = actions.chose?.(field.name, changed) ?? changed;
    if (field.type === "one") return goBy(1, brought);
    setState({ ...latest(), values: brought, line: lineOf(""), option: 0 });
  }

  /** The last choice, where nothing is typed that could be taken back. */
  function takeBack() {
    const field = here();
    if (!isChoice(field)) return;
    const chosen = valueNamed(fields(), latest().values, field.name).chosen.slice(0, -1);
    setState({ ...latest(), values: change(field.name, { chosen }) });
  }

  function moveUpOrDown(by: number) {
    const field = here();
    const { line, option } = latest();
    if (!isChoice(field) || line.text === "") return goBy(by);
    const most = Math.max(0, optionsFor(field, line.text).length - 1);
    setState({ ...latest(), option: Math.max(0, Math.min(most, option + by)) });
  }

  function toggle(name: string) {
    const { passed } = valueNamed(fields(), latest().values, name);
    setState({ ...latest(), values: change(name, { passed: !passed }) });
  }

  function key(input: string, key: Key) {
    const { line } = latest();
    const field = here();
    const own = actions.own?.(input, key, allValues(fields(), latest().values));
    if (own) return go(placeIn(fieldsOf(own), latest()), own);
    if (key.escape && !key.return) return actions.cancel();
    if (key.ctrl && input === "s") return save();
    if (key.return && key.meta && field?.type === "text" && field.lines) return put("\n");
    if (key.return) return choose();
    if (key.tab) return leave(key.shift ? -1 : 1);
    if (key.upArrow || key.downArrow) return moveUpOrDown(key.upArrow ? -1 : 1);
    const edited = edit(line, input, key);
    if (edited) return type(edited);
    if (key.backspace || key.delete) return takeBack();
    if (key.ctrl || key.meta) return;
    // Before a remark is begun, a blank turns the check.
    if (field?.type === "check" && input.startsWith(" ") && line.text === "") {
      toggle(field.name);
      return put(input.slice(1));
    }
    put(input);
  }
  return { key, text: put };
}
