/**
 * What the terminal is asked for while the screens are open, and how it is given back: the mouse,
 * and a title. Giving back twice does no harm, and it works in a process that is about to end.
 */
import type { WriteStream } from "node:tty";

const esc = "\u001b";
const mouseOn = `${esc}[?1000h${esc}[?1006h`;
const mouseOff = `${esc}[?1006l${esc}[?1000l`;
const keepTitle = `${esc}[22;0t`;
/** Emptied first: terminals that keep no titles go back to their own. */
const titleBack = `${esc}]0;\u0007${esc}[23;0t`;
/** Also what Ink gives back itself, for ends that it does not see. */
const pasteOff = `${esc}[?2004l`;
const cursorOn = `${esc}[?25h`;

export interface ScreenModes {
  enter(): void;
  leave(): void;
  setTitle(title: string): void;
  /** Without the mouse the terminal marks and copies text by itself, as people know it. */
  setMouse(isWanted: boolean): void;
}

export function screenModes(stdout: WriteStream, hasMouse: boolean): ScreenModes {
  let isIn = false;
  let mouse = hasMouse;
  let title = "";
  const write = (text: string) => {
    if (stdout.isTTY && !stdout.destroyed) stdout.write(text);
  };
  const writeTitle = () => title && write(`${esc}]0;${title}\u0007`);
  return {
    enter: () => {
      if (isIn) return;
      isIn = true;
      write(keepTitle + (mouse ? mouseOn : ""));
      writeTitle();
    },
    leave: () => {
      if (!isIn) return;
      isIn = false;
      write((mouse ? mouseOff : "") + titleBack + pasteOff + cursorOn);
    },
    setMouse: (isWanted) => {
      if (isIn && isWanted !== mouse) write(isWanted ? mouseOn : mouseOff);
      mouse = isWanted;
    },
    setTitle: (text) => {
      const clean = text.replaceAll(/\p{Cc}/gu, "");
      if (clean === title) return;
      title = clean;
      if (isIn) writeTitle();
    },
  };
}
