/** `daemon`: serves the office until it is told to stop. */
import { randomUUID } from "node:crypto";
import { sayFailure } from "../printing/failures.ts";
import { readNumber } from "../reading/dates.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import { officeOptions } from "../workstation/connect.ts";
import { checkOffice } from "../workstation/office-folder.ts";

/** A command that is just ending is waited for; another daemon is not. */
const patience = 1_000;

export interface DaemonOptions {
  readonly port?: string;
  readonly local?: boolean;
}

export async function daemon(session: Session, options: DaemonOptions) {
  const { wording, out, folder } = session;
  await checkOffice(folder);
  const stopped = stopSignal(); // from here on a signal ends it in order, never in the middle
  const program = await session.daemonProgram();
  const complain = (error: unknown) => out.note(sayFailure(wording, error).sentence);
  const running = await program.startDaemon(folder, readNumber(options.port ?? "8710"), {
    ...officeOptions(session.now),
    reach: options.local ? "machine" : "network",
    patience,
    version,
    instance: randomUUID(),
    complain,
  });
  const { cut, intake } = running.office;
  if (cut) {
    out.note(wording.say("daemon.cut", { from: cut.from, bytes: cut.bytes, kept: cut.kept }));
  }
  const { seq, workstations } = intake.ledger();
  const isAnybodyOut = [...workstations.values()].some(({ tokenHash }) => tokenHash !== undefined);
  if (running.isKeyNew && isAnybodyOut) out.note(wording.say("daemon.new-key", { folder }));
  const { port, key, addresses } = running;
  out.result({ port, pid: process.pid, seq, addresses, ...(key ? { key } : {}) }, () => [
    wording.say("daemon.listening", { port, count: seq }),
    key ? wording.say("daemon.network", { addresses, port }) : wording.say("daemon.local-only"),
  ]);
  await stopped;
  await running.close();
  out.note(wording.say("daemon.stopped"));
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve());
    }
  });
