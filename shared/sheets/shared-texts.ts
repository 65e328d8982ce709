/**
 * The texts that come again in a workbook: each is written once, and cells name it by its number.
 * What does not come again stands in its cell, so this list stays as short as labels are.
 */
import { textElement } from "./xml-text.ts";

/** Beyond that a column was wrong to say that its texts repeat; the rest stands in the cells. */
const mostTexts = 50_000;
const pieceLength = 64 * 1024;

export class SharedTexts {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The number by which a cell names this text; undefined where it has to hold it itself. */
  placeOf(text: string): number | undefined {
    const known = this.#places.get(text);
    const place = known ?? this.#places.size;
    if (known === undefined) {
      if (place >= mostTexts) return undefined;
      this.#places.set(text, place);
    }
    this.#uses += 1;
    return place;
  }

  *xml(): Generator<string> {
    let piece =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) {
      piece += `<si>${textElement(text)}</si>`;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = "";
    }
    yield `${piece}</sst>`;
  }
}
