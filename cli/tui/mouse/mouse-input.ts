/** The terminal's input with the mouse taken out of it: what Ink reads are keys alone. */
import { Readable } from "node:stream";
import type { ReadStream } from "node:tty";
import { letGo, type MouseEvent, nothingTaken, takeMouse } from "./take-mouse.ts";

export interface Mouse {
  /** Told of each event; the returned function ends it. */
  subscribe(listener: (event: MouseEvent) => void): () => void;
}

export interface MouseInput extends Mouse {
  readonly stdin: ReadStream;
  /** The terminal's input is left alone from now on. */
  close(): void;
}

/** So long the beginning of a sequence waits for the rest of it, in milliseconds. */
const patience = 20;

export function openMouseInput(source: ReadStream): MouseInput {
  const listeners = new Set<(event: MouseEvent) => void>();
  let taking = nothingTaken;
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;
  const keys = new Readable({ read: open });

  function open(): void {
    if (isOpen) return;
    isOpen = true;
    source.setEncoding("utf8");
    source.on("data", hear);
    source.on("end", end);
  }
  const end = () => void keys.push(null);
  function hear(chunk: string): void {
    clearTimeout(timer);
    const { text, events, next } = takeMouse(taking, chunk);
    taking = next;
    if (text !== "") keys.push(text);
    for (const event of events) for (const listener of [...listeners]) listener(event);
    if (taking.held !== "") timer = setTimeout(waitNoLonger, patience);
  }
  function waitNoLonger(): void {
    const { text, next } = letGo(taking);
    taking = next;
    if (text !== "") keys.push(text);
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
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      clearTimeout(timer);
      source.off("data", hear);
      source.off("end", end);
      source.pause();
    },
  };
}
