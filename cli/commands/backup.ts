/** `backup`: a copy of this folder that is whole, read back at once, beside what was there. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failed, WrongUse } from "../failure.ts";
import { refusalOf } from "../printing/disk-failures.ts";
import type { Session } from "../session.ts";
import { type BackedUp, backUp, NothingToBackUp } from "../workstation/backup/backup.ts";
import { BackupDiffers } from "../workstation/backup/checking.ts";
import { defaultFolder } from "../workstation/backup/copying.ts";

export async function backup(session: Session, target: string | undefined): Promise<void> {
  const { wording, out } = session;
  const { say } = wording;
  const done = await makeBackup(session, target, (read, of) =>
    out.progress(say("verify.progress", { read, of })),
  );
  out.progress(undefined);
  out.result(done, () => [
    say("backup.done", { ...done }),
    say("backup.keys"),
    say("backup.restore"),
  ]);
}

/** @throws WrongUse, Failed, with the sentence that helps */
export async function makeBackup(
  { folder, now }: Pick<Session, "folder" | "now">,
  target: string | undefined,
  progress: (read: number, of: number) => void = () => {},
): Promise<BackedUp> {
  const place = target === undefined ? join(folder, defaultFolder) : resolve(target);
  try {
    return await backUp(folder, place, now(), progress);
  } catch (cause) {
    if (cause instanceof NothingToBackUp || !existsSync(folder)) {
      throw new WrongUse("backup.nothing", { folder });
    }
    if (cause instanceof BackupDiffers) {
      throw new Failed("backup.differs", { file: cause.file }, { cause });
    }
    const reason = cause instanceof Error ? refusalOf(cause) : undefined;
    if (reason !== undefined) {
      throw new Failed("error.file-unwritable", { file: place, reason }, { cause });
    }
    throw cause;
  }
}
