/** What can be wrong with a log, each with what one needs to mend it. */

/** A line does not hold what was written, and it is not the end of a write that was cut off. */
export class LogBroken extends Error {
  override readonly name = "LogBroken";
  readonly file: string;
  readonly line: number; // from 1, as an editor counts
  readonly reason: string;
  constructor(file: string, line: number, reason: string, options?: ErrorOptions) {
    super(`${file} line ${line}: ${reason}`, options);
    this.file = file;
    this.line = line;
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
