/**
 * Screens that are read aloud: lines of text in their order, without rules, bars and columns, on
 * the ordinary screen, so that a reader finds again what was said. Lists are numbered and end with
 * the row that is chosen, because what comes last is what is read when a key was pressed.
 */
import { useIsScreenReaderEnabled } from "ink";

/** Whether the screen that is drawn is one to be read aloud. */
export const usePlain: () => boolean = useIsScreenReaderEnabled;

/** How Ink is to draw. */
export const renderingOf = (plain: boolean) => ({
  isScreenReaderEnabled: plain,
  alternateScreen: !plain,
  incrementalRendering: !plain,
});

/** A row of a table as words: what each value is called, without what is empty or only drawn. */
export const spoken = (columns: readonly string[], row: readonly string[]): string =>
  row
    .flatMap((text, at) =>
      /^[\u2580-\u259f·\s]*$/.test(text) ? [] : [`${columns[at] ?? ""}: ${text}`],
    )
    .join("; ");

/**
 * A drawn line as it is said: without the sign before it, which stands for words of that line, and
 * without the blanks that only line it up.
 */
export const told = (text: string): string =>
  text
    .replace(/^\s*[✓✗○●›·+-] +/, "")
    .replaceAll(/ {2,}/g, "  ")
    .trim();

/** A numbered line, with a sign before the chosen one. */
export const numbered = (at: number, isChosen: boolean, text: string): string =>
  `${isChosen ? "> " : ""}${at + 1}. ${text}`;
