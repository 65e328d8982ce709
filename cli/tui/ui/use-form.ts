/**
 * A form as it is filled in: which field has the keys, what is typed there, what was chosen.
 * It knows nothing of what it is for; `save` is told the values.
 */
import { type Key, useInput, usePaste } from "ink";
import { useState } from "react";
import { type Field, findOptions, type Option, startOf, type Value, type Values } from "./field.ts";
import { insert, type Line, lineOf, move, remove } from "./text-edit.ts";

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
  lineOf(field && !isChoice(field) ? (values[field.name]?.text ?? "") : "");

export function useForm(fields: readonly Field[], actions: FormActions, isActive = true): Form {
  const [state, setState] = useState<State>(() => {
    const values = Object.fromEntries(fields.map((field) => [field.name, startOf(field)]));
    return { at: 0, values, line: enter(fields[0], values), option: 0 };
  });
  // Fields may come and go with what is chosen: a kind that has no quantity asks for none.
  const at = Math.min(state.at, fields.length - 1);
  const field = fields[at];
  const valueNamed = (name: string, values: Values = state.values): Value =>
    values[name] ?? startOf(fields.find((one) => one.name === name) ?? noField);
  const options = isChoice(field) ? findOptions(field.options, state.line.text) : [];

  const change = (name: string, more: Partial<Value>): Values => ({
    ...state.values,
    [name]: { ...valueNamed(name), ...more },
  });
  const go = (to: number, values: Values = state.values) => {
    const next = Math.max(0, Math.min(fields.length - 1, to));
    setState({ at: next, values, line: enter(fields[next], values), option: 0 });
  };
  const type = (line: Line) => {
    const values =
      field && !isChoice(field) ? change(field.name, { text: line.text }) : state.values;
    setState({ at, values, line, option: 0 });
  };
  const put = (typed: string) => {
    const clean = actions.clean(typed);
    if (clean !== "") type(insert(state.line, clean));
  };

  function choose() {
    if (!isChoice(field)) return go(at + 1);
    const taken = options[state.option];
    const typedNothing = state.line.text === "";
    const { chosen } = valueNamed(field.name);
    if (!taken || (typedNothing && (field.type === "many" || chosen.length > 0))) return go(at + 1);
    if (field.type === "one") return go(at + 1, change(field.name, { chosen: [taken.id] }));
    const without = chosen.filter((id) => id !== taken.id);
    const now = without.length < chosen.length ? without : [...chosen, taken.id];
    setState({
      ...state,
      values: change(field.name, { chosen: now }),
      line: lineOf(""),
      option: 0,
    });
  }

  function erase(key: Key) {
    const line = remove(state.line, key.delete && !key.backspace ? 0 : -1);
    if (line.text !== state.line.text) return type(line);
    if (!isChoice(field) || state.line.text !== "") return;
    setState({
      ...state,
      values: change(field.name, { chosen: valueNamed(field.name).chosen.slice(0, -1) }),
    });
  }

  useInput(
    (input, key) => {
      if (key.escape) return actions.cancel();
      if (key.ctrl && input === "s") return actions.save(state.values);
      if (key.return) return choose();
      if (key.tab) return go(key.shift ? at - 1 : at + 1);
      if (key.upArrow || key.downArrow) {
        const by = key.upArrow ? -1 : 1;
        const inOptions = isChoice(field) && state.line.text !== "";
        if (!inOptions) return go(at + by);
        const most = Math.max(0, options.length - 1);
        return setState({ ...state, at, option: Math.max(0, Math.min(most, state.option + by)) });
      }
      if (key.leftArrow || key.rightArrow) return type(move(state.line, key.leftArrow ? -1 : 1));
      if (key.home || (key.ctrl && input === "a")) return type(move(state.line, -100_000));
      if (key.end || (key.ctrl && input === "e")) return type(move(state.line, 100_000));
      if (key.ctrl && input === "u") return type(lineOf(""));
      if (key.backspace || key.delete) return erase(key);
      if (key.ctrl || key.meta) return;
      if (input === " " && field?.type === "check") {
        const values = change(field.name, { passed: !valueNamed(field.name).passed });
        return setState({ ...state, values });
      }
      put(input);
    },
    { isActive },
  );
  usePaste(put, { isActive });
  const values = Object.fromEntries(fields.map(({ name }) => [name, valueNamed(name)]));
  return { fields, values, at, line: state.line, options, option: state.option };
}

const noField: Field = { name: "", label: "", type: "text" };
