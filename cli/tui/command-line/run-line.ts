/**
 * One typed line as a command of the program, on the workstation that is open already: a second
 * one is never opened, and this one never closed. What the command says is caught, its failure a
 * sentence, and neither the process nor its exit code hears of it.
 */
import { Writable } from "node:stream";
import { type Command, CommanderError } from "commander";
import { WrongUse } from "../../failure.ts";
import { sayFailure } from "../../printing/failures.ts";
import { outputTo } from "../../printing/output.ts";
import { createProgram } from "../../program/program.ts";
import { wrongUseOf } from "../../program/wrong-use.ts";
import type { Session } from "../../session.ts";
import { widthOf } from "../ui/width.ts";
import { splitWords } from "./split-words.ts";

export type Said = { readonly ok: boolean; readonly lines: readonly string[] };

/** What has no place within the screens: it makes, serves or leaves the office that is open. */
const barred = ["daemon", "demo", "init", "join", "take-over", "renew-key"];

/** Another workstation or office than the one that is open, or another language for one line. */
const barredOptions = ["office", "as", "lang"] as const;

/** The commands with the definitions that completion reads; nothing of them is run. */
export const definedCommands = (session: Session): Command =>
  createProgram(session.wording, { run: nothing, screens: nothing, write: () => {} }, widthOf);
const nothing = () => Promise.resolve();

export async function runLine(session: Session, line: string): Promise<Said> {
  const { say } = session.wording;
  const { words, open } = splitWords(line);
  if (open) return { ok: false, lines: [say("command-line.open-quote")] };
  const said: string[] = [];
  const sink = () =>
    new Writable({
      write(chunk, _, done) {
        said.push(String(chunk));
        done();
      },
    });
  const before = process.exitCode;
  try {
    const program = createProgram(
      session.wording,
      {
        write: (text) => void said.push(text),
        screens: () => Promise.reject(new WrongUse("command-line.screens")),
        run: async (command, work) => {
          const options = command.optsWithGlobals<{ readonly json?: boolean }>();
          refuse(command, options);
          await work({ ...session, out: outputTo(sink(), sink(), options.json ?? false) });
        },
      },
      widthOf,
    );
    await program.parseAsync([...words], { from: "user" });
    return { ok: (process.exitCode ?? 0) === (before ?? 0), lines: linesOf(said) };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return { ok: true, lines: linesOf(said) };
    }
    const known = error instanceof CommanderError ? wrongUseOf(error, words) : error;
    const { sentence } = sayFailure(session.wording, known);
    return { ok: false, lines: [...linesOf(said), ...linesOf([sentence])] };
  } finally {
    process.exitCode = before;
  }
}

function refuse(command: Command, options: Readonly<Record<string, unknown>>): void {
  const name = command.name();
  const isTop = command.parent?.parent === null;
  if (isTop && barred.includes(name)) throw new WrongUse("command-line.barred", { name });
  // An option of a command's own may be called like one of these.
  const own = command.opts<Readonly<Record<string, unknown>>>();
  const given = barredOptions.find((one) => options[one] !== undefined && own[one] === undefined);
  if (given) throw new WrongUse("command-line.barred-option", { name: `--${given}` });
}

const linesOf = (said: readonly string[]): string[] =>
  said
    .join("")
    .trimEnd()
    .split("\n")
    .filter((line, at, all) => line !== "" || at < all.length - 1);
