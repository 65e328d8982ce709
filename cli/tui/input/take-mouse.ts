/**
 * What a mouse did, taken out of what comes from the terminal (SGR, mode 1006). Everything else
 * goes on untouched and in its order; however the bytes are cut into pieces, none of a mouse's is
 * ever taken for something typed. What was pasted is left alone: it is no mouse.
 */
export interface MouseEvent {
  readonly type: "press" | "release" | "wheel";
  readonly by: number; // of a wheel: -1 up, 1 down; of a button 0
  readonly x: number; // from 0
  readonly y: number;
}

export interface Taking {
  /** The beginning of a sequence that may still become one. */
  readonly held: string;
  /** What was held too long and went on as typed: it may have been the beginning all the same. */
  readonly passed: string;
  readonly pasting: boolean;
}
export const nothingTaken: Taking = { held: "", passed: "", pasting: false };

export interface Taken {
  readonly text: string;
  readonly events: readonly MouseEvent[];
  readonly next: Taking;
}

const esc = "\u001b";
export const pasteStart = `${esc}[200~`;
const pasteEnd = `${esc}[201~`;
/** Behind an Esc: a mouse's, whole; the old form without numbers, whole; either one cut off. */
const whole = /^\[(?:<(\d+);(\d+);(\d+)([Mm])|M[\s\S]{3})/;
const cutOff = /^\[(?:<[\d;]*|M[\s\S]{0,2})$/;
const broken = /^\[<[\d;]*/;

export function takeMouse({ held, passed, pasting }: Taking, chunk: string): Taken {
  const input = passed + held + chunk;
  const events: MouseEvent[] = [];
  let text = "";
  let inPaste = pasting;
  // What went on before is not told twice.
  const tell = (from: number, to: number) => {
    text += input.slice(Math.max(from, passed.length), to);
  };
  let at = 0;
  while (at < input.length) {
    const found = input.indexOf(inPaste ? pasteEnd : esc, at);
    const to = found < 0 ? input.length - beginningAtEnd(input.slice(at)) : found;
    tell(at, to);
    at = to;
    if (found < 0) break;
    if (inPaste || input.startsWith(pasteStart, at)) {
      tell(at, at + pasteEnd.length);
      at += pasteEnd.length;
      inPaste = !inPaste;
      continue;
    }
    const behind = input.slice(at + 1);
    const mouse = whole.exec(behind);
    if (mouse) {
      const [all, code, x, y, end] = mouse;
      const event = code && eventOf(Number(code), Number(x), Number(y), end === "M");
      if (event) events.push(event);
      at += 1 + all.length;
    } else if (cutOff.test(behind) || pasteStart.startsWith(esc + behind)) break;
    else {
      const lost = broken.exec(behind)?.[0].length;
      if (lost === undefined) tell(at, at + 1);
      at += 1 + (lost ?? 0);
    }
  }
  const next = {
    held: input.slice(Math.max(at, passed.length)),
    passed: input.slice(at, passed.length),
  };
  return { text, events, next: { ...next, pasting: inPaste } };
}

/** So many signs at the end may be the beginning of the end of what is pasted. */
function beginningAtEnd(text: string): number {
  for (let length = pasteEnd.length - 1; length > 0; length--) {
    if (text.endsWith(pasteEnd.slice(0, length))) return length;
  }
  return 0;
}

/** Nobody's mouse waits so long: what is held is a key, as Esc is. A mouse's own bytes stay held. */
export function letGo(taking: Taking): Taken {
  const { held, passed, pasting } = taking;
  const isMouse = !pasting && /^\[[<M]/.test((passed + held).slice(1));
  if (held === "" || isMouse) return { text: "", events: [], next: taking };
  return { text: held, events: [], next: { held: "", passed: passed + held, pasting } };
}

const wheel = 64;
const motion = 32;
const buttons = 3;

function eventOf(code: number, x: number, y: number, pressed: boolean): MouseEvent | undefined {
  const place = { x: x - 1, y: y - 1 };
  if (code & motion) return undefined;
  if (code & wheel) {
    const side = code & buttons;
    return side > 1 ? undefined : { type: "wheel", by: side === 0 ? -1 : 1, ...place };
  }
  if ((code & buttons) !== 0) return undefined; // the left one alone
  return { type: pressed ? "press" : "release", by: 0, ...place };
}
