/**
 * Does a Chinese text sound like what was typed? Initials (jzxx), whole syllables (jizhongxuexi)
 * and mixtures of both fit, from any character on; a character with several readings has them all.
 *
 * Readings are remembered by character, not by text: a hundred thousand titles hold a few thousand
 * different characters, so nothing has to be kept of the titles.
 */
import { pinyin } from "pinyin-pro";

const readings = new Map<string, readonly string[]>();

function readingsOf(sign: string): readonly string[] {
  const known = readings.get(sign);
  if (known) return known;
  const spelt = /\p{Script=Han}/u.test(sign)
    ? pinyin(sign, { toneType: "none", type: "array", multiple: true, v: true })
    : [sign.toLowerCase()];
  const found = [...new Set(spelt)].filter((one) => /^[a-z0-9]+$/.test(one));
  readings.set(sign, found);
  return found;
}

/** @param typed in small letters; one letter alone would fit nearly everything, and fits nothing */
export function sounds(text: string, typed: string): boolean {
  if (typed.length < 2 || !/^[a-z]/.test(typed)) return false;
  const signs = [...text];
  for (let at = 0; at < signs.length; at++) if (fits(signs, at, typed, 0)) return true;
  return false;
}

/** From this character on, a syllable may be cut short anywhere after its first letter. */
function fits(signs: readonly string[], at: number, typed: string, from: number): boolean {
  if (from >= typed.length) return true;
  const sign = signs[at];
  if (sign === undefined) return false;
  const possible = readingsOf(sign);
  if (possible.length === 0) return at > 0 && from > 0 && fits(signs, at + 1, typed, from);
  for (const reading of possible) {
    if (reading[0] !== typed[from]) continue;
    let length = 1;
    while (
      length < reading.length &&
      from + length < typed.length &&
      reading[length] === typed[from + length]
    )
      length++;
    const wanted = length === reading.length || from + length === typed.length ? length : 1;
    if (fits(signs, at + 1, typed, from + wanted)) return true;
    if (wanted > 1 && fits(signs, at + 1, typed, from + 1)) return true;
  }
  return false;
}
