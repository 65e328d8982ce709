/**
 * An answer remembered by the very objects it was computed from. The tables of a ledger are
 * persistent, so the same object is the same content: what is remembered can be old, but never
 * wrong. One answer a name is kept, the last.
 */
interface Remembered {
  readonly from: readonly unknown[];
  readonly answer: unknown;
}
const remembered = new WeakMap<object, Map<string, Remembered>>();

/**
 * @param owner what asks; the memory lives as long as it
 * @param name everything else that the answer depends on, as text
 * @param from the objects that it is computed from
 */
export function remember<T>(
  owner: object,
  name: string,
  from: readonly unknown[],
  compute: () => T,
): T {
  const names = remembered.get(owner) ?? new Map<string, Remembered>();
  remembered.set(owner, names);
  const last = names.get(name);
  if (last?.from.every((one, at) => one === from[at])) return last.answer as T;
  const answer = compute();
  names.set(name, { from, answer });
  return answer;
}
