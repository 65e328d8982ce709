/**
 * Arguments in, exit code out. The only file that knows the real clock, the terminal and the
 * daemon; everything else is handed what it needs.
 */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Command, CommanderError } from "commander";
import { exitCode } from "./failure.ts";
import { isPlainAsked } from "./plain-asked.ts";
import { outputTo } from "./printing/output.ts";
import { createProgram, type Runner } from "./program/program.ts";
import { wrongUseOf } from "./program/wrong-use.ts";
import type { Session } from "./session.ts";
import { languageOf, wordingIn } from "./wording/wording.ts";
import type { Workstation } from "./workstation/workstation.ts";

interface GlobalOptions {
  readonly office?: string;
  readonly as?: string;
  readonly json?: boolean;
  readonly screenReader?: boolean;
}

const now = () => new Date();
const loadDaemon = () => import("../daemon/main.ts");

/** The language must be known before the first word is said, so before the arguments are read. */
function findLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  return at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
}

/** The table of widths takes a while to load: only help needs it here. */
async function widthFor(args: readonly string[]): Promise<(text: string) => number> {
  const help = args.length === 0 || args.some((arg) => ["-h", "--help", "help"].includes(arg));
  return help ? (await import("string-width")).default : (text) => text.length;
}

async function main(args: readonly string[]): Promise<void> {
  const wording = wordingIn(languageOf(findLanguage(args), process.env));
  const runner: Runner = {
    write: (text) => void process.stdout.write(text),
    run: (command, work) => runWith(command, work),
    screens: (program) =>
      runWith(program, async (session) => {
        if (!process.stdout.isTTY) return void program.outputHelp();
        const { openScreens } = await import("./tui/main.tsx");
        await openScreens(session);
      }),
  };
  async function runWith(command: Command, work: (session: Session) => Promise<void>) {
    const options = command.optsWithGlobals<GlobalOptions>();
    const folder = resolve(
      options.office ?? process.env.TAIZHANG_OFFICE ?? join(homedir(), "taizhang"),
    );
    const as = options.as ?? process.env.TAIZHANG_MEMBER;
    let opened: Promise<Workstation> | undefined;
    const open = async (): Promise<Workstation> => {
      const [{ chooseIdentity, connect }, { openWorkstation }] = await Promise.all([
        import("./workstation/connect.ts"),
        import("./workstation/workstation.ts"),
      ]);
      const identity = await chooseIdentity(folder, as);
      const connection = await connect(folder, identity, now, loadDaemon);
      const { cut } = connection;
      if (cut) session.out.note(wording.say("daemon.cut", { ...cut }));
      return openWorkstation(folder, identity, connection, now);
    };
    const session: Session = {
      wording,
      out: outputTo(process.stdout, process.stderr, options.json ?? false),
      now,
      folder,
      as,
      plain: options.screenReader ?? isPlainAsked(process.env),
      workstation: () => {
        opened ??= open();
        return opened;
      },
      daemonProgram: loadDaemon,
    };
    try {
      await work(session);
    } finally {
      session.out.progress(undefined);
      const workstation = await opened?.catch(() => undefined);
      await workstation?.close();
    }
  }
  try {
    await createProgram(wording, runner, await widthFor(args)).parseAsync(args, { from: "user" });
  } catch (error) {
    const said = await sayError(error);
    if (!said) return;
    const { code, exit } = said;
    const sentence = said.sentence.trimEnd();
    const json = JSON.stringify({ error: { code, message: sentence } });
    process.stderr.write(args.includes("--json") ? `${json}\n` : `${sentence}\n`);
    process.exitCode = exit;
  }

  /** Undefined for what is no failure: help that was asked for. */
  async function sayError(error: unknown) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    const { sayFailure } = await import("./printing/failures.ts");
    return sayFailure(wording, error instanceof CommanderError ? wrongUseOf(error, args) : error);
  }
}

// A reader that went away (`taizhang list | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EIO") return; // the terminal was closed; whoever works is told by a signal
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCode.fine);
});

await main(process.argv.slice(2));
