/** `take-over`: the office machine is gone for good, and this admin's workstation takes its place. */
import { Failed, WrongUse } from "../failure.ts";
import type { Session } from "../session.ts";
import { chooseIdentity, officeOptions } from "../workstation/connect.ts";
import { readIdentities } from "../workstation/identity.ts";
import { open } from "../workstation/joined/open.ts";
import { takeOver } from "../workstation/joined/taking-over.ts";

/** How long the office machine is looked for, in milliseconds: it may not be gone after all. */
const lookedFor = 10_000;

export async function takeOverOffice(session: Session, options: { readonly yes?: boolean }) {
  const { folder, now, out } = session;
  const { say } = session.wording;
  const chosen = await chooseIdentity(folder, session.as);
  if (!chosen.daemon) throw new WrongUse("take-over.is-office", { folder });
  if (!options.yes) throw new WrongUse("take-over.confirm");
  out.progress(say("take-over.looking"));
  const joined = await open(folder, chosen, now);
  await joined.caughtUp(lookedFor);
  const { connected } = joined.live.current();
  await joined.close();
  if (connected) throw new Failed("take-over.office-is-there");
  out.progress(say("take-over.copying"));
  const { openEmbedded } = await session.daemonProgram();
  const others = (await readIdentities(folder)).filter(
    ({ id, daemon }) => id !== chosen.id && daemon?.key === chosen.daemon?.key,
  );
  const { seq, followed } = await takeOver(folder, [chosen, ...others], ({ token }) =>
    openEmbedded(folder, token, officeOptions(now)),
  );
  out.progress(undefined);
  out.result({ seq, followed, folder }, () => [
    say("take-over.done", { count: seq }),
    ...(followed > 0 ? [say("take-over.followed", { count: followed })] : []),
    say("take-over.next"),
  ]);
}
