/**
 * A text of the outline in its pieces: fixed words, and the places in braces where figures and
 * names go. Reading never fails; what stands in braces and is no place is given back as it is.
 */

/** Names that are no indicators: of the office, its period, and those who answer for its work. */
export const fixedNames = [
  "office",
  "period",
  "closing-day",
  "first-responsible",
  "directly-responsible",
  "responsible-areas",
] as const;
export type FixedName = (typeof fixedNames)[number];

/** `full` with the unit word, `bare` without it, `names` what was counted. */
export type PlaceForm = "full" | "bare" | "names";

export type Piece =
  | { readonly type: "words"; readonly words: string }
  | { readonly type: "name"; readonly name: FixedName }
  | { readonly type: "figure"; readonly indicator: string; readonly form: PlaceForm }
  | { readonly type: "broken"; readonly words: string };

const place = /^([a-z][a-z0-9-]{0,47})(?::(bare|names))?$/;

const isFixedName = (name: string): name is FixedName =>
  (fixedNames as readonly string[]).includes(name);

export function piecesOf(text: string): Piece[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== "")
    .map(pieceOf);
}

function pieceOf(words: string): Piece {
  if (!/[{}]/.test(words)) return { type: "words", words };
  const [, name, form] = place.exec(words.slice(1, -1)) ?? [];
  if (!words.startsWith("{") || name === undefined) return { type: "broken", words };
  if (!isFixedName(name)) {
    return { type: "figure", indicator: name, form: (form ?? "full") as PlaceForm };
  }
  return form === undefined ? { type: "name", name } : { type: "broken", words };
}
