/**
 * A disk that loses its power: it keeps what was synced and, of what was not, whatever the dice
 * say. Names (new files, renames) are kept for sure only once their folder was synced. It stops at
 * a call of the test's choosing; from then on every call fails, until it is started again: after a
 * power cut, or after only the process was killed, when the unsynced is still there to be read.
 */
import { dirname } from "node:path";
import type { Disk } from "../../shared/disk/disk.ts";

interface File {
  synced: Buffer;
  now: Buffer;
}

export class PowerOff extends Error {
  override readonly name = "PowerOff";
}

export interface Dice {
  /** A whole number from 0 to `most`. */
  roll(most: number): number;
}

/** Dice that fall the same way for the same seed. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return {
    roll: (most) => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return ((state ^ (state >>> 13)) >>> 0) % (most + 1);
    },
  };
}

export class ForgetfulDisk implements Disk {
  readonly #dice: Dice;
  /** What the folders say: name → file, as synced and as it is now. */
  #syncedNames = new Map<string, File>();
  #names = new Map<string, File>();
  #callsLeft: number;
  #calls = 0;

  /** @param callsLeft how many calls that change something succeed */
  constructor(dice: Dice, callsLeft = Number.POSITIVE_INFINITY) {
    this.#dice = dice;
    this.#callsLeft = callsLeft;
  }

  /** What a person copies to a stick: every file as it reads at that moment. */
  copy(dice: Dice): ForgetfulDisk {
    const copied = new ForgetfulDisk(dice);
    for (const [name, { now }] of this.#names) {
      const file = { synced: now, now };
      copied.#names.set(name, file);
      copied.#syncedNames.set(name, file);
    }
    return copied;
  }

  /** Another process, while the machine ran on. */
  restartProcess(callsLeft = Number.POSITIVE_INFINITY): void {
    this.#callsLeft = callsLeft;
  }

  /** Back on, with what the disk kept. */
  restart(callsLeft = Number.POSITIVE_INFINITY): void {
    const kept = new Map<string, File>();
    const files = new Set([...this.#syncedNames.values(), ...this.#names.values()]);
    for (const file of files) {
      const content = this.#afterPowerLoss(file);
      file.synced = content;
      file.now = content;
    }
    for (const [name, file] of this.#syncedNames) {
      if (this.#names.get(name) === file || this.#dice.roll(1) === 1) kept.set(name, file);
    }
    for (const [name, file] of this.#names) {
      if (!kept.has(name) && (this.#syncedNames.has(name) || this.#dice.roll(1) === 1)) {
        kept.set(name, file);
      }
    }
    this.#names = kept;
    this.#syncedNames = new Map(kept);
    this.#callsLeft = callsLeft;
  }

  /** A part of what was not synced may have reached the disk, in any order of its blocks. */
  #afterPowerLoss({ synced, now }: File): Buffer {
    if (now.equals(synced)) return synced;
    if (now.length < synced.length) return this.#dice.roll(1) === 1 ? now : synced;
    const unsynced = Buffer.from(now.subarray(synced.length));
    const length = this.#dice.roll(unsynced.length);
    const kept = unsynced.subarray(0, length);
    if (this.#dice.roll(2) === 0 && length > 0) {
      const hole = this.#dice.roll(length);
      kept.fill(0, hole, Math.min(length, hole + 1 + this.#dice.roll(63)));
    }
    return Buffer.concat([synced, kept]);
  }

  /** How many changing calls there were. */
  get calls(): number {
    return this.#calls;
  }

  #change(): void {
    this.#calls += 1;
    if (this.#callsLeft <= 0) throw new PowerOff();
    this.#callsLeft -= 1;
  }

  async append(name: string) {
    if (!this.#names.has(name)) {
      this.#change();
      this.#names.set(name, { synced: Buffer.alloc(0), now: Buffer.alloc(0) });
    }
    const file = this.#names.get(name) as File;
    return {
      write: async (bytes: Uint8Array) => {
        this.#change();
        // The call at which the power goes may have got some of the way.
        const whole = this.#callsLeft > 0 || this.#dice.roll(1) === 1;
        const taken = whole ? bytes.length : this.#dice.roll(bytes.length);
        file.now = Buffer.concat([file.now, bytes.subarray(0, taken)]);
        if (taken < bytes.length) throw new PowerOff();
      },
      sync: async () => {
        this.#change();
        file.synced = file.now;
      },
      truncate: async (length: number) => {
        this.#change();
        file.now = file.now.subarray(0, length);
      },
      close: async () => {},
    };
  }

  async read(name: string): Promise<Buffer> {
    const file = this.#names.get(name);
    if (!file) throw Object.assign(new Error(`no file ${name}`), { code: "ENOENT" });
    return Buffer.from(file.now);
  }

  async size(name: string): Promise<number> {
    return (await this.read(name)).length;
  }

  /** The port promises that folders stay: there is nothing to forget. */
  async makeFolder(): Promise<void> {}

  async list(folder: string): Promise<readonly string[]> {
    const inside = [...this.#names.keys()].filter((name) => dirname(name) === folder);
    return inside.map((name) => name.slice(folder.length + 1));
  }

  async rename(from: string, to: string): Promise<void> {
    this.#change();
    const file = this.#names.get(from);
    if (file) {
      this.#names.delete(from);
      this.#names.set(to, file);
      return;
    }
    for (const names of [this.#names, this.#syncedNames]) {
      for (const [name, inside] of [...names]) {
        if (!name.startsWith(`${from}/`)) continue;
        names.delete(name);
        names.set(`${to}${name.slice(from.length)}`, inside);
      }
    }
  }

  async remove(name: string): Promise<void> {
    this.#change();
    this.#names.delete(name);
  }

  async syncFolder(folder: string): Promise<void> {
    this.#change();
    const isIn = (name: string) => dirname(name) === folder;
    for (const name of [...this.#syncedNames.keys()].filter(isIn)) {
      if (!this.#names.has(name)) this.#syncedNames.delete(name);
    }
    for (const [name, file] of this.#names) if (isIn(name)) this.#syncedNames.set(name, file);
  }
}
