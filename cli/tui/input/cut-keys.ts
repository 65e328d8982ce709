/**
 * Keys that arrived together, one by one: a key may open what the next one is meant for, and that
 * must be there before it comes. A run of signs is cut once only, behind its first: `2jzxx` is the
 * key of the form and what is typed into it. What was pasted is never cut.
 */
const esc = "\u001b";
const sequence = `${esc}(?:${esc}?\\[\\[?[\\d;:<=>?]*[ -/]*[@-~]|${esc}?O[\\d;]*[@-~]|.)?`;
const oneKey = new RegExp(`${sequence}|\\p{Cc}|\\P{Cc}+`, "gsu");
const isRun = /^\P{Cc}{2}/u;
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

export function cutKeys(text: string): readonly string[] {
  return (text.match(oneKey) ?? []).flatMap((piece) => {
    if (!isRun.test(piece)) return [piece];
    const [first] = graphemes.segment(piece);
    const { length } = first?.segment ?? "";
    return length < piece.length ? [piece.slice(0, length), piece.slice(length)] : [piece];
  });
}
