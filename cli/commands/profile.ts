/** `profile`: checking and adopting the file that makes the ledger this office's. */
import { join } from "node:path";
import type { Profile } from "../../shared/profile/profile.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { exitCode } from "../failure.ts";
import { sayFinding } from "../printing/findings.ts";
import { readFileNamed } from "../reading/files.ts";
import type { Session } from "../session.ts";
import { submit } from "./submitted.ts";

/** Undefined after the findings were told. */
export function readOrTell(session: Session, text: string): Profile | undefined {
  const { wording, out } = session;
  const read = readProfile(text);
  if (read.ok) return read.profile;
  const { findings } = read;
  out.result({ ok: false, findings }, () => [
    wording.say("error.profile", { count: findings.length }),
    ...findings.map((finding) => sayFinding(wording, finding)),
  ]);
  process.exitCode = exitCode.failed;
  return undefined;
}

export async function checkProfile(session: Session, file: string) {
  const profile = readOrTell(session, await readFileNamed(file));
  if (!profile) return;
  const { kinds, categories, indicators } = profile;
  const counts = {
    kinds: kinds.length,
    categories: categories.length,
    indicators: indicators.length,
  };
  session.out.result({ ok: true, id: profile.id, ...counts }, () => [
    session.wording.say("profile.fine", counts),
  ]);
}

export async function adoptProfile(session: Session, file: string | undefined) {
  const text = await readFileNamed(file ?? join(session.folder, "profile.yaml"));
  const profile = readOrTell(session, text);
  if (!profile) return;
  await submit(session, [() => ({ type: "profile-adopted", text, profile })]);
  session.out.result({ id: profile.id, label: profile.label }, () => [
    session.wording.say("profile.adopted", { label: profile.label }),
  ]);
}

export async function showProfile(session: Session) {
  const { connection } = await session.workstation();
  const profile = await connection.profile();
  session.out.result(profile, () => [JSON.stringify(profile, undefined, 2)]);
}
