/** `init`: an office on this machine, from a built-in profile or a file. */
import { parseDocument } from "yaml";
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import { Epoch } from "../../shared/words/ids.ts";
import { PlainText } from "../../shared/words/plain-text.ts";
import { WrongUse } from "../failure.ts";
import { readFileNamed } from "../reading/files.ts";
import type { Session } from "../session.ts";
import { beginOffice } from "../workstation/beginning.ts";
import { createEpoch, officeOptions } from "../workstation/connect.ts";
import { grantOf, keepIdentity } from "../workstation/identity.ts";
import { checkFree } from "../workstation/office-folder.ts";
import { readOrTell } from "./profile.ts";

export interface InitOptions {
  readonly profile?: string;
  readonly name?: string;
  readonly admin?: string;
}

/** The key is kept first: a journal whose first workstation is lost would have no admin. */
export async function init(session: Session, options: InitOptions) {
  const { wording, out, folder } = session;
  const named = options.profile ?? "township";
  const source = builtInProfiles.get(named) ?? (await readFileNamed(named));
  const text = withName(source, options.name);
  const profile = readOrTell(session, text);
  if (!profile) return;
  const admin = options.admin ?? wording.say("init.admin-default");
  if (!PlainText.safeParse(admin).success) {
    throw new WrongUse("refusal.malformed", {
      path: wording.say("member.name"),
      issue: wording.say("issue.other"),
    });
  }
  await checkFree(folder);
  const epoch = Epoch.parse(createEpoch());
  const { identity, operations } = beginOffice(
    { name: admin, duties: [] },
    { text, profile },
    epoch,
    session.now(),
  );
  const daemon = await session.daemonProgram();
  const begin = { operations, grant: grantOf(identity), profileText: text };
  await daemon.createOffice(
    folder,
    { ...begin, prepared: () => keepIdentity(folder, identity) },
    { ...officeOptions(session.now), createEpoch: () => epoch },
  );
  out.result({ folder, office: profile.office.name, admin: identity.member }, () => [
    wording.say("init.done", { folder }),
    wording.say("init.next"),
  ]);
}

/** The text with another name of the office, its comments and order kept. */
function withName(text: string, name: string | undefined): string {
  if (name === undefined) return text;
  const document = parseDocument(text);
  if (document.errors.length > 0) return text; // told by the check that follows
  document.setIn(["office", "name"], name);
  return document.toString({ lineWidth: 0 });
}
