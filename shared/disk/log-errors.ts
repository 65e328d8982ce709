/** What can be wrong with a log, each with what one needs to mend it. */

export type Damage =
  | "not-json"
  | "not-a-journal" // its first line is no header, or that of another file
  | "changed" // a line that had been synced is not whole any more
  | "too-short" // lines are missing at its end
  | "other-number"; // a line says another number than its place

/** A line does not hold what was written, and it is not the end of a write that was cut off. */
export class LogBroken extends Error {
  override readonly name = "LogBroken";
  readonly file: string;
  readonly line: number; // from 1, as an editor counts
  readonly offset: number; // the byte where that line begins
  readonly reason: Damage;
  constructor(
    place: { readonly file: string; readonly line: number; readonly offset: number },
    reason: Damage,
    options?: ErrorOptions,
  ) {
    super(`${place.file} line ${place.line}: ${reason}`, options);
    this.file = place.file;
    this.line = place.line;
    this.offset = place.offset;
    this.reason = reason;
  }
}

/** The file was written by a later release: it is left alone. */
export class NewerFormat extends Error {
  override readonly name = "NewerFormat";
  readonly file: string;
  readonly version: number;
  constructor(file: string, version: number) {
    super(`${file} has format ${version}`);
    this.file = file;
    this.version = version;
  }
}

/** The disk did not take what was to be written. What is there now is known after the next open. */
export class LogFailed extends Error {
  override readonly name = "LogFailed";
  constructor(options?: ErrorOptions) {
    super("the log takes nothing more", options);
  }
}
