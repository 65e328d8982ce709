/**
 * A real terminal: the program runs on a pty, what it draws is kept by an emulator, and whoever
 * opened it reads the screen as a person would, or cell by cell. It waits for what should be seen,
 * never for a time. Nothing here knows of tests: the pictures of the tour are drawn from it too.
 */
import { spawn } from "@lydell/node-pty";
import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import stringWidth from "string-width";
import { type Cell, cellsOf } from "./cells.ts";
import { wholeFrames } from "./whole-frames.ts";

export interface Pty {
  /** The lines as they are seen, without blanks at their ends. */
  lines(): string[];
  screen(): string;
  /** Every line as its cells, as many as the window is wide; of a wide sign the first alone. */
  cells(): (readonly Cell[])[];
  /** In which cell the rows that look so end. */
  ends(rows: RegExp): number[];
  /** Where the caret stands, from 0, and in which cell. */
  caret(): { readonly x: number; readonly y: number };
  /** Whether anything that is seen has a colour of its own. */
  isColoured(): boolean;
  type(keys: string): void;
  /** Bytes as a line may bring them, also parts of a character. */
  typeBytes(bytes: Uint8Array): void;
  resize(columns: number, rows: number): void;
  /** Resolves once the screen shows it; fails with the screen if it never does. */
  sees(text: string | RegExp, within?: number): Promise<void>;
  /**
   * Resolves once nothing moves any more, and sooner where the screen is as it is wanted: what is
   * compared with what was kept is there as soon as it is equal, however busy the machine.
   */
  rests(isAsWanted?: () => boolean): Promise<void>;
  /** The window is closed: the program gets its signal and has no terminal any more. */
  hangUp(): void;
  /** Just the signal: the window stays, and shows what is left behind. */
  kill(signal: string): void;
  /** What the terminal was asked for and has not been told to forget. */
  modes(): TerminalModes;
  /** What the window is called. */
  title(): string;
  readonly exited: Promise<number>;
  /** Whatever runs is ended. */
  close(): Promise<void>;
}

export interface TerminalModes {
  readonly alternate: boolean;
  readonly mouse: boolean;
  readonly paste: boolean;
  readonly caretHidden: boolean;
}
export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** A console with a Chinese code page: lines, blocks and much punctuation take two cells. */
  readonly ambiguousWide?: boolean;
}

export const keys = {
  enter: "\r",
  tab: "\t",
  escape: "\u001b",
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  backspace: "\u007f",
  save: "\u0013",
} as const;

/** In milliseconds. */
const seenWithin = 25_000;
const restsAfter = 400;

const wideWidths = {
  version: "ambiguous-wide",
  wcwidth: (code: number) =>
    Math.min(2, stringWidth(String.fromCodePoint(code), { ambiguousIsNarrow: false })) as 0 | 1 | 2,
  // As the emulator keeps it: bits of its own, the width, and whether it joins what is before it.
  charProperties: (code: number, before: number) => {
    const width = wideWidths.wcwidth(code);
    const joins = width === 0 && before !== 0;
    return ((joins ? (before >> 1) & 3 : width) << 1) | (joins ? 1 : 0);
  },
};

export function openPty(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { columns = 100, rows = 30, ambiguousWide = false }: PtyOptions = {},
): Pty {
  const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  emulator.loadAddon(new unicode11.Unicode11Addon());
  emulator.unicode.register(wideWidths);
  emulator.unicode.activeVersion = ambiguousWide ? wideWidths.version : "11";
  const pty = spawn(command, [...args], {
    name: env.TERM ?? "xterm-256color",
    cols: columns,
    rows,
    env: { PATH: process.env.PATH ?? "", HOME: "/nonexistent", ...env },
  });
  const lookers = new Set<() => void>();
  const frames = wholeFrames((data) =>
    emulator.write(data, () => {
      for (const look of lookers) look();
    }),
  );
  pty.onData(frames.take);
  /** Looks now and whenever something was drawn. */
  const looking = (
    looker: (resolve: () => void, reject: (error: Error) => void) => () => void,
  ): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = looker(resolve, reject);
    lookers.add(look);
    look();
    return promise.finally(() => lookers.delete(look));
  };
  // What the emulator answers when it is asked something goes back to the program.
  emulator.onData((data) => pty.write(data));
  let caretHidden = false;
  pty.onData((data) => {
    const last = Math.max(data.lastIndexOf("\u001b[?25l"), data.lastIndexOf("\u001b[?25h"));
    if (last >= 0) caretHidden = data.startsWith("\u001b[?25l", last);
  });
  let title = "";
  emulator.onTitleChange((now) => {
    title = now;
  });
  let ended = false;
  const exited = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      frames.flush();
      ended = true;
      resolve(exitCode);
    });
  });
  const lines = () => {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, at) => active.getLine(active.viewportY + at)?.translateToString(true) ?? "",
    );
  };
  const screen = () => lines().join("\n");
  return {
    lines,
    screen,
    cells: () => cellsOf(emulator),
    ends: (rows) =>
      lines().flatMap((text, y) => {
        if (!rows.test(text)) return [];
        const { active } = emulator.buffer;
        const line = active.getLine(active.viewportY + y);
        let end = emulator.cols;
        while (end > 0 && (line?.getCell(end - 1)?.getChars() ?? "").trim() === "") end--;
        return [end];
      }),
    caret: () => ({ x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY }),
    isColoured: () => {
      const { active } = emulator.buffer;
      return Array.from({ length: emulator.rows }, (_, y) => active.getLine(active.viewportY + y))
        .flatMap((line) => Array.from({ length: emulator.cols }, (_, x) => line?.getCell(x)))
        .some((cell) => cell !== undefined && !(cell.isFgDefault() && cell.isBgDefault()));
    },
    type: (text) => pty.write(text),
    typeBytes: (bytes) => pty.write(Buffer.from(bytes) as unknown as string), // its types know texts only
    resize: (cols, height) => {
      emulator.resize(cols, height);
      pty.resize(cols, height);
    },
    sees: (text, within = seenWithin) => {
      const failed = new Error(); // made here, for the line that waits
      return looking((resolve, reject) => {
        const timer = setTimeout(() => {
          failed.message = `never seen: ${text}\n${screen()}`;
          reject(failed);
        }, within);
        return () => {
          const isSeen = typeof text === "string" ? screen().includes(text) : text.test(screen());
          if (!isSeen) return;
          clearTimeout(timer);
          resolve();
        };
      });
    },
    rests: (isAsWanted = () => false) =>
      looking((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        return () => {
          clearTimeout(timer);
          if (isAsWanted()) resolve();
          else timer = setTimeout(resolve, restsAfter);
        };
      }),
    kill: (signal) => pty.kill(signal),
    modes: () => ({
      alternate: emulator.buffer.active.type === "alternate",
      mouse: emulator.modes.mouseTrackingMode !== "none",
      paste: emulator.modes.bracketedPasteMode,
      caretHidden,
    }),
    title: () => title,
    hangUp: () => pty.kill("SIGHUP"),
    exited,
    close: async () => {
      if (!ended) pty.kill("SIGKILL");
      await exited;
      emulator.dispose();
    },
  };
}
