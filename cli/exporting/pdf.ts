/**
 * A Word document as PDF, by LibreOffice where the machine has it. It runs beside whatever
 * LibreOffice a person has open, with a profile folder of its own, and never longer than its time.
 */
import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failed } from "../failure.ts";

/** Longer than any report takes on a slow machine that starts LibreOffice for the first time. */
const longest = 180_000;

/** Where it is on this machine; undefined where it is not. */
async function findLibreOffice(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const names = process.platform === "win32" ? ["soffice.exe"] : ["soffice", "libreoffice"];
  const places = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    join(environment.ProgramFiles ?? "C:\\Program Files", "LibreOffice", "program", "soffice.exe"),
  ];
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}

/** @throws Failed where there is no LibreOffice, and where it makes none in its time */
export async function toPdf(docx: Uint8Array, timeLimit = longest): Promise<Uint8Array> {
  const program = await findLibreOffice();
  if (!program) throw new Failed("pdf.no-program");
  const folder = await mkdtemp(join(tmpdir(), "taizhang-pdf-"));
  try {
    const file = join(folder, "report.docx");
    await writeFile(file, docx, { mode: 0o600 });
    const profile = pathToFileURL(join(folder, "profile")).href;
    const ended = await runFor(timeLimit, program, [
      `-env:UserInstallation=${profile}`,
      ...["--headless", "--norestore", "--nolockcheck", "--nologo"],
      ...["--convert-to", "pdf", "--outdir", folder, file],
    ]);
    if (ended === "late") throw new Failed("pdf.too-slow", { seconds: timeLimit / 1000 });
    return await readFile(join(folder, "report.pdf")).catch((cause) => {
      throw new Failed("pdf.failed", {}, { cause });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** With all that it starts: LibreOffice is a script that starts the program. */
function runFor(
  timeLimit: number,
  program: string,
  args: readonly string[],
): Promise<"ended" | "late"> {
  const isWindows = process.platform === "win32";
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", detached: !isWindows });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (isWindows || child.pid === undefined) child.kill();
      else process.kill(-child.pid, "SIGKILL");
    }, timeLimit);
    const end = () => {
      clearTimeout(timer);
      resolve(isLate ? "late" : "ended");
    };
    child.once("error", end);
    child.once("close", end);
  });
}
