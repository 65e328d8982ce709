/**
 * The link: the one program of a workstation that talks with the daemon. It follows the stream,
 * sends what waits, and after a break begins again by itself, a little later each time.
 */
import { RequestFailed, Unreachable, WrongKey } from "../../../shared/connection.ts";
import type { Hello } from "../../../shared/wire.ts";
import { Differs } from "./meeting.ts";

/** Why there is no connection, where it is more than that nobody answers. */
export type LinkProblem =
  | { readonly code: "unreachable" }
  | { readonly code: "wrong-key"; readonly address: string }
  | { readonly code: "not-signed-in" }
  | { readonly code: "copied-workstation" }
  | { readonly code: "failed"; readonly error: unknown };

export interface LinkState {
  readonly connected: boolean;
  readonly problem?: LinkProblem | undefined;
  /** Of the daemon that was heard last. */
  readonly daemon?: Pick<Hello, "version" | "wire" | "now"> | undefined;
}

export interface Link {
  state(): LinkState;
  /** There is something to send, or somebody cannot wait for the next attempt. */
  wake(): void;
  /** Resolves at the first connection that has caught up, or when an attempt has failed. */
  tried(): Promise<void>;
  close(): Promise<void>;
}

/** One life of a connection. It ends by itself when the line breaks, or by `close`. */
export interface Life {
  /** Resolves once everything was received and sent that was there at the beginning. */
  readonly caughtUp: Promise<void>;
  /** Rejects with the reason for which it ended. */
  readonly ended: Promise<never>;
  wake(): void;
  /** Resolves once nothing of it is under way any more. */
  close(): Promise<void>;
}

const pauses = { first: 250, most: 5_000, refused: 30_000 }; // milliseconds

export interface LinkOptions {
  /** Finds the daemon and begins. @throws Unreachable, WrongKey, RequestFailed */
  readonly begin: (hello: (hello: Hello) => void) => Promise<Life>;
  readonly changed: () => void;
  readonly random: () => number;
}

export function startLink({ begin, changed, random }: LinkOptions): Link {
  let state: LinkState = { connected: false };
  let closed = false;
  let life: Life | undefined;
  let pause = pauses.first;
  let differed = false; // the next attempt makes the copy anew: whoever waits, waits for that one
  let skipPause = () => {};
  let tried = () => {};
  const firstTry = new Promise<void>((resolve) => {
    tried = resolve;
  });
  const set = (next: LinkState) => {
    state = { ...next, daemon: next.daemon ?? state.daemon };
    changed();
  };

  async function live(): Promise<void> {
    while (!closed) {
      try {
        life = await begin((daemon) => set({ ...state, daemon }));
        if (closed) break;
        const { caughtUp, ended } = life;
        await Promise.race([caughtUp, ended]);
        set({ connected: true });
        pause = pauses.first;
        differed = false;
        tried();
        await ended;
      } catch (error) {
        if (closed) break;
        const isFirst = !differed;
        differed = error instanceof Differs;
        if (!(differed && isFirst)) {
          set({ connected: false, problem: problemOf(error) });
          tried();
        }
      }
      await life?.close();
      life = undefined;
      await new Promise<void>((resolve) => {
        // Spread out: fifty workstations do not come back at the same moment.
        const timer = setTimeout(resolve, pauseNow() * (0.5 + random() / 2));
        skipPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      pause = Math.min(pause * 2, pauses.most);
    }
    await life?.close();
  }
  const pauseNow = () => (isRefused(state.problem) ? pauses.refused : pause);
  const lived = live();
  return {
    state: () => state,
    wake: () => {
      life?.wake();
      skipPause();
    },
    tried: () => firstTry,
    close: async () => {
      closed = true;
      void life?.close();
      skipPause();
      tried();
      await lived;
    },
  };
}

/** Trying again soon would not help: somebody has to do something first. */
const isRefused = (problem: LinkProblem | undefined): boolean =>
  problem?.code === "not-signed-in" || problem?.code === "copied-workstation";

function problemOf(error: unknown): LinkProblem {
  if (error instanceof Unreachable) return { code: "unreachable" };
  if (error instanceof WrongKey) return { code: "wrong-key", address: error.address };
  if (error instanceof RequestFailed) {
    const { code } = error.error;
    if (code === "not-signed-in" || code === "copied-workstation") return { code };
  }
  return { code: "failed", error };
}
