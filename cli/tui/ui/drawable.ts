/**
 * What stands on the screen for what stands in the ledger: signs alone whose width every terminal
 * agrees on, and nothing that drives one. Data keep what was typed; only the drawing is made plain.
 *
 * A flag is its two letters, a family of emoji its first member, a skin tone is left out, what is
 * invisible is nothing, a line break or a tab is a blank. What would drive the terminal or turn the
 * reading direction, and signs that are newer than terminals or in private use, are one geta mark,
 * the printer's sign for a sort that is missing: two cells wide everywhere.
 *
 * Known and left: letters read from right to left are drawn in the order in which they are kept;
 * a terminal that turns them itself turns them within their row.
 */
import { isAmbiguousWide, withoutBoxes } from "./ambiguous.ts";

/** By far the most of what is drawn is drawn as it stands. */
const plain =
  /^[\x20-\x7e\u00b7\u2013\u2014\u2018-\u201d\u2026\u203a\u2460-\u2473\u25cb\u25cf\u2713\u2717\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff5e]*$/;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
export const graphemesOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

const missing = "〓";

/** Marks of scripts that terminals have known for long; others are left out. */
const mark =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0e31-\u0e4e\u0eb1-\u0ecd\u0f18-\u0fc6\u1885-\u18a9]/u;
/** So many over and under one letter: more of them is an ornament that runs into other rows. */
const marksKept = 3;

const blank = /[\p{Z}\t\n\r]/u;
const invisible = /[\p{Default_Ignorable_Code_Point}--\p{Bidi_Control}]/v;

/** In the plane that everybody knows: all but these, on which tables of different years differ. */
const doubtful =
  /[\p{C}\p{Bidi_Control}\u1100-\u11ff\u1734\u171e\u2630-\u2637\u268a-\u268f\u2ffc-\u2fff\u31bb-\u31bf\u31e4-\u31e5\u31ef\u4dc0-\u4dff\ua960-\ua97c\ud7b0-\ud7fb\ufffd]/u;
/** Beyond it: rare Han, and the emoji of up to 2018. */
const rareHan = /^[\p{Script=Han}--[\u{16ff0}-\u{16fff}]]$/v;
const newEmoji =
  /[\u{1f6d3}-\u{1f6df}\u{1f6fb}-\u{1f90f}\u{1f93b}\u{1f946}\u{1f96c}-\u{1f97f}\u{1f9a3}-\u{1f9af}\u{1f9ba}-\u{1f9bf}\u{1f9c3}-\u{1f9cf}\u{1fa00}-\u{1ffff}]/u;
const oldEmoji = /^[\p{Emoji_Presentation}--\p{Regional_Indicator}]$/v;

function isAgreed(sign: string): boolean {
  if (sign.length === 1) return !doubtful.test(sign);
  return oldEmoji.test(sign) ? !newEmoji.test(sign) : rareHan.test(sign);
}

const flag = /^\p{Regional_Indicator}+$/u;
const letterOf = (sign: string): string =>
  String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 65);
/** No marks, and yet nothing that stands by itself. */
const joins = /^[\p{Grapheme_Extend}\p{Emoji_Modifier}\u0e33\u0eb3]$/u;
const hangul = /^\p{Script=Hangul}$/u;
const isMark = /^\p{M}$/u;
const followsEmoji = /\p{Emoji_Modifier}/u;

/** One character as people see it. */
function draw(grapheme: string): string {
  if (flag.test(grapheme)) return Array.from(grapheme, letterOf).join("");
  let drawn = "";
  let marks = 0;
  for (const sign of grapheme) {
    if (blank.test(sign)) drawn += sign === "\u3000" ? sign : " ";
    else if (invisible.test(sign)) continue;
    else if (drawn === "") {
      if (isMark.test(sign)) continue; // it would stand on what is drawn before it
      drawn = isAgreed(sign) && !joins.test(sign) ? sign : missing;
      if (oldEmoji.test(sign) || hangul.test(sign)) return drawn; // one block, whatever comes behind
    } else if (isMark.test(sign)) {
      if (mark.test(sign) && ++marks <= marksKept) drawn += sign;
    } else if (isAgreed(sign) && !followsEmoji.test(sign)) drawn += sign;
  }
  return drawn;
}

/** The text as it may be drawn: one row, of signs that take as many cells as `widthOf` says. */
export function drawable(text: string): string {
  if (plain.test(text)) return text;
  let drawn = drawGraphemes(text.toWellFormed());
  // A part that was put in another's place may join what stands beside it to something new.
  for (let pass = 0; pass < passes; pass++) {
    const again = drawGraphemes(drawn);
    if (again === drawn) break;
    drawn = again;
  }
  return isAmbiguousWide() ? withoutBoxes(drawn) : drawn;
}
const passes = 4;

const drawGraphemes = (text: string): string =>
  graphemesOf(text.normalize("NFC")).map(draw).join("").normalize("NFC"); // again: marks that were left out may have stood between others
