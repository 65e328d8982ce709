/**
 * The terminal's input with the mouse taken out of it: what Ink reads are keys alone, and one by
 * one, so that what a key opens is there before the next one comes.
 */
import { Readable } from "node:stream";
import type { ReadStream } from "node:tty";
import { afterDrawing } from "./after-drawing.ts";
import { cutKeys } from "./cut-keys.ts";
import { letGo, type MouseEvent, nothingTaken, pasteStart, takeMouse } from "./take-mouse.ts";

export interface Mouse {
  /** Told of each event; the returned function ends it. */
  subscribe(listener: (event: MouseEvent) => void): () => void;
}

export interface TerminalInput extends Mouse {
  readonly stdin: ReadStream;
  /** Resolves at Ctrl-C while nobody reads the keys yet. */
  readonly interrupted: Promise<void>;
  /** The terminal's input is left alone from now on. */
  close(): void;
}

const interrupt = "\u0003";

/** So long the beginning of a sequence waits for the rest of it, in milliseconds. */
const patience = 20;

/** Esc in a form that needs no waiting for what might follow it; the waiting was done here. */
const lone = { typed: "\u001b", told: "\u001b[27u" } as const;

export function openTerminalInput(source: ReadStream): TerminalInput {
  const listeners = new Set<(event: MouseEvent) => void>();
  let taking = nothingTaken;
  let timer: NodeJS.Timeout | undefined;
  let isRead = false;
  const waiting: string[] = [];
  let isTelling = false;
  const { promise: interrupted, resolve: stop } = Promise.withResolvers<void>();
  const keys = new Readable({ read: open });
  // Before anything is drawn: a key that the terminal itself echoed would push the frame upwards.
  if (source.isTTY) source.setRawMode(true);
  source.setEncoding("utf8");
  source.on("data", hear);
  source.on("end", end);

  /** Somebody reads: what was typed before comes first. */
  function open(): void {
    if (isRead) return;
    isRead = true;
    tellNext();
  }
  function end(): void {
    keys.push(null);
  }
  function hear(chunk: string): void {
    clearTimeout(timer);
    if (!isRead && chunk.includes(interrupt)) stop();
    const wasPasting = taking.pasting;
    const { text, events, next } = takeMouse(taking, chunk);
    taking = next;
    const hasPaste = wasPasting || taking.pasting || text.includes(pasteStart);
    tell(hasPaste ? [text] : cutKeys(text));
    if (events.length > 0) afterDrawing(() => point(events));
    if (taking.held !== "") timer = setTimeout(waitNoLonger, patience);
  }
  function waitNoLonger(): void {
    const { text, next } = letGo(taking);
    taking = next;
    tell([text === lone.typed ? lone.told : text]);
  }
  function tell(pieces: readonly string[]): void {
    waiting.push(...pieces.filter((piece) => piece !== ""));
    if (!isRead || isTelling || waiting.length === 0) return;
    isTelling = true;
    afterDrawing(tellNext);
  }
  /**
   * The next one is told once the last one has been drawn, and the first one not before what is
   * seen also listens.
   */
  function tellNext(): void {
    const piece = waiting.shift();
    isTelling = piece !== undefined;
    if (piece === undefined) return;
    keys.push(piece);
    afterDrawing(tellNext);
  }
  function point(events: readonly MouseEvent[]): void {
    for (const event of events) for (const listener of [...listeners]) listener(event);
  }
  const stdin = Object.assign(keys, {
    isTTY: source.isTTY,
    setRawMode: (mode: boolean) => {
      source.setRawMode(mode);
      return stdin;
    },
    ref: () => {
      source.ref();
      return stdin;
    },
    unref: () => {
      source.unref();
      return stdin;
    },
  }) as unknown as ReadStream;
  return {
    stdin,
    interrupted,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      clearTimeout(timer);
      source.off("data", hear);
      source.off("end", end);
      if (source.isTTY) source.setRawMode(false);
      source.pause();
    },
  };
}
