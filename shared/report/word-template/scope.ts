/**
 * What a Word template may name at a place: the office's figures and statements anywhere, and
 * within a loop also what belongs to the one it is at. A name is a text or a list; nothing else
 * can be reached, and what is not known has a nearest name.
 */
import { once } from "../../tally/once.ts";
import { findNearest } from "../../words/nearest.ts";

export interface TextValue {
  readonly type: "text";
  readonly text: () => string;
  /** Whether what stands between {{#name}} and {{/name}} is kept. */
  readonly holds: () => boolean;
}
export interface ListValue {
  readonly type: "list";
  /** What each of them has; told also of an empty list, so that its names can be checked. */
  readonly member: Scope;
  readonly members: () => readonly Scope[];
}
export type Value = TextValue | ListValue;

export interface Scope {
  find(name: string): Value | undefined;
  readonly names: () => readonly string[];
}

export const text = (value: string, holds = value !== ""): TextValue => ({
  type: "text",
  text: () => value,
  holds: () => holds,
});

/** Names with their values; each is computed when it is first named, and then kept. */
export function scopeOf(values: Readonly<Record<string, () => Value>>): Scope {
  const known = new Map(Object.entries(values).map(([name, value]) => [name, once(value)]));
  return { find: (name) => known.get(name)?.(), names: () => [...known.keys()] };
}

/** From the innermost loop outwards. */
export function findIn(scopes: readonly Scope[], name: string): Value | undefined {
  for (const scope of scopes.toReversed()) {
    const found = scope.find(name);
    if (found) return found;
  }
  return undefined;
}

export const nearestIn = (scopes: readonly Scope[], name: string): string | undefined =>
  findNearest(
    name,
    scopes.flatMap((scope) => scope.names()),
  );
