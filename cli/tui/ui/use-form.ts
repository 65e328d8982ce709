/**
 * A form as it is filled in: which field has the keys, what is typed there, what was chosen.
 * It knows nothing of what it is for; `save` is told the values.
 */
import { type Key, usePaste } from "ink";
import { type Field, findOptions, type Option, startOf, type Value, type Values } from "./field.ts";
import { edit, insert, type Line, lineOf } from "./text-edit.ts";
import { useKeys } from "./use-keys.ts";
import { useLatestState } from "./use-latest-state.ts";

export interface Form {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly at: number; // index of the field that has the keys
  readonly line: Line; // what is being typed there
  readonly options: readonly Option[]; // what fits it, for fields to choose from
  readonly option: number; // index of the option that Enter takes
}

export interface FormActions {
  readonly save: (values: Values) => void;
  readonly cancel: () => void;
  /** What people type, without what may not be typed. */
  readonly clean: (typed: string) => string;
}

interface State {
  readonly at: number;
  readonly values: Values;
  readonly line: Line;
  readonly option: number;
}

const isChoice = (field: Field | undefined): field is Field & { type: "one" | "many" } =>
  field?.type === "one" || field?.type === "many";

/** The line that stands in a field when the keys come to it: a choice is searched from nothing. */
const enter = (field: Field | undefined, values: Values): Line =>
  lineOf(field && !isChoice(field) ? (values[field.name] ?? startOf(field)).text : "");

export function useForm(fields: readonly Field[], actions: FormActions, isActive = true): Form {
  const [drawn, latest, setState] = useLatestState<State>(() => {
    const values = Object.fromEntries(fields.map((field) => [field.name, startOf(field)]));
    return { at: 0, values, line: enter(fields[0], values), option: 0 };
  });
  const handle = formKeys(fields, actions, latest, setState);
  useKeys(handle.key, { isActive });
  usePaste(handle.text, { isActive });
  const at = placeIn(fields, drawn);
  const field = fields[at];
  return {
    fields,
    values: allValues(fields, drawn),
    at,
    line: drawn.line,
    options: isChoice(field) ? findOptions(field.options, drawn.line.text) : [],
    option: drawn.option,
  };
}

/** Fields may come and go with what is chosen: a kind that has no quantity asks for none. */
const placeIn = (fields: readonly Field[], { at }: State): number =>
  Math.min(at, fields.length - 1);

const noField: Field = { name: "", label: "", type: "text" };
const valueNamed = (fields: readonly Field[], { values }: State, name: string): Value =>
  values[name] ?? startOf(fields.find((one) => one.name === name) ?? noField);

/** Of every field that is asked, also of those that nobody has touched. */
const allValues = (fields: readonly Field[], state: State): Values =>
  Object.fromEntries(fields.map(({ name }) => [name, valueNamed(fields, state, name)]));

/** What each key does to the form as it is at that moment. */
function formKeys(
  fields: readonly Field[],
  actions: FormActions,
  latest: () => State,
  setState: (next: State) => void,
) {
  const here = () => fields[placeIn(fields, latest())];
  const change = (name: string, more: Partial<Value>): Values => ({
    ...latest().values,
    [name]: { ...valueNamed(fields, latest(), name), ...more },
  });
  const go = (to: number, values: Values = latest().values) => {
    const at = Math.max(0, Math.min(fields.length - 1, to));
    setState({ at, values, line: enter(fields[at], values), option: 0 });
  };
  const goBy = (by: number, values?: Values) => go(placeIn(fields, latest()) + by, values);
  const type = (line: Line) => {
    const field = here();
    const isText = field !== undefined && !isChoice(field);
    const values = isText ? change(field.name, { text: line.text }) : latest().values;
    setState({ ...latest(), values, line, option: 0 });
  };
  const put = (typed: string) => {
    const clean = actions.clean(typed);
    if (clean !== "") type(insert(latest().line, clean));
  };

  function choose() {
    const field = here();
    if (!isChoice(field)) return goBy(1);
    const { line, option } = latest();
    const taken = findOptions(field.options, line.text)[option];
    const { chosen } = valueNamed(fields, latest(), field.name);
    const goesOn = line.text === "" && (field.type === "many" || chosen.length > 0);
    if (!taken || goesOn) return goBy(1);
    if (field.type === "one") return goBy(1, change(field.name, { chosen: [taken.id] }));
    const without = chosen.filter((id) => id !== taken.id);
    const now = without.length < chosen.length ? without : [...chosen, taken.id];
    const values = change(field.name, { chosen: now });
    setState({ ...latest(), values, line: lineOf(""), option: 0 });
  }

  /** The last choice, where nothing is typed that could be taken back. */
  function takeBack() {
    const field = here();
    if (!isChoice(field)) return;
    const chosen = valueNamed(fields, latest(), field.name).chosen.slice(0, -1);
    setState({ ...latest(), values: change(field.name, { chosen }) });
  }

  function moveUpOrDown(by: number) {
    const field = here();
    const { line, option } = latest();
    if (!isChoice(field) || line.text === "") return goBy(by);
    const most = Math.max(0, findOptions(field.options, line.text).length - 1);
    setState({ ...latest(), option: Math.max(0, Math.min(most, option + by)) });
  }

  function toggle(name: string) {
    const { passed } = valueNamed(fields, latest(), name);
    setState({ ...latest(), values: change(name, { passed: !passed }) });
  }

  function key(input: string, key: Key) {
    const { line } = latest();
    const field = here();
    if (key.escape) return actions.cancel();
    if (key.ctrl && input === "s") return actions.save(allValues(fields, latest()));
    if (key.return) return choose();
    if (key.tab) return goBy(key.shift ? -1 : 1);
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
