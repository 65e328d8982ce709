/**
 * The daemon within a command: the same office, without a network. It lives as long as the
 * command, and the one who speaks is known by the same token as over HTTP.
 */
import { type Connection, RequestFailed } from "../shared/connection.ts";
import { findProfile, type Ledger } from "../shared/ledger/ledger.ts";
import type { Profile } from "../shared/profile/profile.ts";
import { replay } from "../shared/store/replay.ts";
import type { Seq } from "../shared/words/ids.ts";
import { follow } from "./follow.ts";
import { type Office, type OfficeOptions, openOffice } from "./office.ts";
import { allowReturn, findSpeaker, grantAccess, meOf, push, type Speaker } from "./speaker.ts";
import { findWireError } from "./wire-errors.ts";

/** @throws what opening an office throws; RequestFailed when the token is not known here */
export async function openEmbedded(
  folder: string,
  token: string,
  options: OfficeOptions,
): Promise<Connection> {
  const office = await openOffice(folder, options);
  const speaker = findSpeaker(office, token);
  if (!speaker) {
    await office.close();
    throw new RequestFailed({ code: "not-signed-in" });
  }
  return connectTo(office, speaker);
}

/** @returns a connection whose closing closes the office */
function connectTo(office: Office, speaker: Speaker): Connection {
  return {
    cut: office.cut,
    me: async () => meOf(office, speaker),
    push: (operations, signature) =>
      asWireError(() => push(office, speaker, operations, signature)),
    profile: async () => profileOf(office),
    ledger: async (at) => ({ ledger: await ledgerAt(office, at), epoch: office.epoch }),
    readSince: (seq, last) => office.store.readSince(seq, last),
    follow: (seq, listener) => {
      listener.heard(true);
      const end = follow(
        office,
        seq,
        ({ lines }) => listener.lines(lines),
        () => listener.heard(false),
      );
      return { close: end };
    },
    grant: (grant) => asWireError(() => grantAccess(office, speaker, grant)),
    allowReturn: (tokenHash) => asWireError(() => allowReturn(office, speaker, tokenHash)),
    place: async () => undefined,
    close: () => office.close(),
  };
}

async function asWireError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = findWireError(cause);
    throw error ? new RequestFailed(error, { cause }) : cause;
  }
}

/** @throws RequestFailed for a number that the journal has not reached */
export async function ledgerAt(
  office: Pick<Office, "intake" | "store">,
  at: Seq | undefined,
): Promise<Ledger> {
  const ledger = office.intake.ledger();
  if (at === undefined || at === ledger.seq) return ledger;
  if (at > ledger.seq) throw new RequestFailed({ code: "too-new", seq: ledger.seq });
  return replay({ readSince: (seq) => office.store.readSince(seq, at) });
}

/** @throws RequestFailed in an office that was not set up to its end */
export function profileOf(office: Pick<Office, "intake">): Profile {
  const profile = findProfile(office.intake.ledger());
  if (!profile) throw new RequestFailed({ code: "not-found" });
  return profile;
}
