/** `demo`: the sample half-year, through a real daemon, in a folder that may be thrown away. */
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compose } from "../../shared/report/compose.ts";
import { toMarkdown } from "../../shared/report/formats/markdown.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { plainTally } from "../../shared/tally/plain-tally.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { exitCode, Failed, WrongUse } from "../failure.ts";
import { tallyLines } from "../printing/tally-lines.ts";
import { writeFileNamed } from "../reading/files.ts";
import { playSample } from "../sample/play.ts";
import type { Session } from "../session.ts";

const samplePeriod = periodOf("2022-H1" as PeriodId);

export interface DemoOptions {
  readonly plain?: boolean;
  readonly out?: string;
}

export async function demo(session: Session, options: DemoOptions) {
  const folder = options.out === undefined ? undefined : resolve(options.out);
  if (folder !== undefined) await prepareFolder(folder);
  const office =
    folder === undefined ? await mkdtemp(join(tmpdir(), "taizhang-demo-")) : join(folder, "office");
  if (folder === undefined) removeAtExit(office);
  try {
    const played = await play(session, office);
    if (folder !== undefined) await writeResults(folder, played);
    if (options.plain || session.out.json || !process.stdout.isTTY)
      return printResults(session, played, folder);
    const { openScreens } = await import("../tui/main.tsx");
    const now = goingOnFrom(played.end, session.now);
    await openScreens({ ...session, folder: office, as: undefined, now }, samplePeriod);
  } finally {
    if (folder === undefined) await rm(office, { recursive: true, force: true });
  }
}

/** Also when it is broken off in the middle: a sample that nobody asked to keep leaves nothing. */
function removeAtExit(office: string): void {
  process.once("exit", () => rmSync(office, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(exitCode.failed));
  }
}

/** Whatever is in the folder stays; an office is never written over. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return;
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new Failed("error.file-unwritable", { file: folder, reason }, { cause });
  }
  throw new WrongUse("demo.not-empty", { folder });
}

/** In the sample it is the evening of its last day, and time goes on from there. */
function goingOnFrom(end: string, now: () => Date): () => Date {
  const began = now().getTime();
  return () => new Date(Date.parse(end) + now().getTime() - began);
}

interface Played {
  readonly end: string; // when the last of it was written
  readonly operations: number;
  readonly tallies: readonly ReturnType<typeof plainTally>[];
  readonly text: string;
  readonly markdown: string;
}

async function play(session: Session, office: string): Promise<Played> {
  const { wording, out } = session;
  const daemon = await session.daemonProgram();
  const played = await playSample(office, daemon, (done, of) => {
    if (done % 10 === 0) out.progress(wording.say("demo.playing", { done, of }));
  });
  out.progress(undefined);
  try {
    const { ledger } = await played.connection.ledger();
    const document = compose(ledger, samplePeriod);
    if (!document) throw new WrongUse("error.no-office", { folder: office });
    const tallies = tallyAll(ledger, samplePeriod).map(plainTally);
    const { operations, end } = played;
    return { operations, end, tallies, text: toText(document), markdown: toMarkdown(document) };
  } finally {
    await played.close();
  }
}

async function writeResults(folder: string, { text, markdown, tallies }: Played) {
  await writeFileNamed(join(folder, "report.txt"), text);
  await writeFileNamed(join(folder, "report.md"), markdown);
  const json = `${JSON.stringify(tallies, undefined, 2)}\n`;
  await writeFileNamed(join(folder, "tallies.json"), json);
}

function printResults(session: Session, played: Played, folder: string | undefined): void {
  const { wording, out } = session;
  const { operations, tallies, text } = played;
  out.result({ operations, tallies, report: text, folder }, () => [
    wording.say("demo.played", { count: operations }),
    "",
    ...tallyLines(wording, tallies),
    "",
    text.trimEnd(),
    ...(folder === undefined ? [] : ["", wording.say("demo.written", { folder })]),
  ]);
}
