/** `join`: this machine becomes a workstation of an office. */
import { existsSync } from "node:fs";
import { join as joinPath } from "node:path";
import { readInvitation } from "../../shared/invitation.ts";
import { WrongUse } from "../failure.ts";
import { readFileNamed } from "../reading/files.ts";
import type { Session } from "../session.ts";
import { joinOffice } from "../workstation/joined/join.ts";
import { open } from "../workstation/joined/open.ts";
import { waysIn } from "../workstation/joined/ways.ts";

export interface JoinOptions {
  readonly address?: readonly string[];
  readonly file?: string;
}

/** How long the first copy may take before the command ends; the rest comes by itself. */
const firstCopyWithin = 60_000;

export async function join(session: Session, words: readonly string[], options: JoinOptions) {
  const { wording, out, folder, now } = session;
  const { say } = wording;
  const text = options.file === undefined ? words.join("") : await readFileNamed(options.file);
  const invitation = readInvitation(text);
  if (!invitation) throw new WrongUse("join.misread");
  if (existsSync(joinPath(folder, "journal"))) throw new WrongUse("join.is-office", { folder });
  const ways = waysIn(invitation, options.address ?? []);
  const { identity, office } = await joinOffice(folder, invitation, ways, now);
  out.progress(say("join.copying"));
  const joined = await open(folder, identity, now);
  try {
    await joined.caughtUp(firstCopyWithin);
    const { seq } = joined.live.current().ledger;
    out.progress(undefined);
    out.result({ office, name: identity.name, workstation: identity.id, seq, folder }, () => [
      say("join.done", { name: identity.name, office, seq }),
      say("join.next"),
    ]);
  } finally {
    await joined.close();
  }
}
