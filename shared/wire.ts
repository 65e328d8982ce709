/**
 * What crosses between a workstation and the daemon: paths, requests, answers, frames. Both sides
 * parse it with these schemas; docs/protocol.md tells the same in words.
 */
import { z } from "zod";
import type { Role } from "./ledger/members.ts";
import type { Refusal } from "./rules/refusal.ts";
import { Instant } from "./words/dates.ts";
import { Epoch, Hash, MemberId, Seq, WorkstationId } from "./words/ids.ts";

export const wireVersion = 1;

/** The name of the service under which daemons announce themselves on the network (DNS-SD). */
export const mdnsType = "taizhang";

export const paths = {
  health: "/health",
  invited: "/join/invited",
  join: "/join",
  return: "/return",
  returnPast: "/return/past",
  returnLines: "/return/lines",
  allowReturn: "/v1/access/return",
  handovers: "/handovers",
  operations: "/v1/operations",
  ledger: "/v1/ledger",
  stream: "/v1/stream",
  tallies: "/v1/tallies",
  report: "/v1/report",
  next: "/v1/operations/next",
  profile: "/v1/profile",
  access: "/v1/access",
  place: "/v1/place",
  recovery: "/v1/recovery",
} as const;

/** How long an invitation can be used, in minutes by the daemon's clock. */
export const invitationMinutes = 30;

/** One request carries at most so many operations, and so many bytes. */
export const maxBatch = 500;
export const maxBytes = 4 * 1024 * 1024;

/**
 * A push of more than that comes in parts, is kept by the daemon until its last one, and is decided
 * and written as one: at most so many operations, and so many bytes.
 */
export const maxTogether = 250_000;
export const maxTogetherBytes = 256 * 1024 * 1024;

/** So many lines of the journal are read in one request. */
export const maxPage = 2_000;

/** Operations are read one by one, so that a bad one is declined and does not stop the others. */
export const Push = z.object({
  operations: z.array(z.unknown()).min(1).max(maxBatch),
  /** The workstation's, over the last of them: see shared/ledger/vouching.ts. */
  signature: z.string().max(200).optional(),
  /** More of the same push follow: nothing is recorded yet. */
  more: z.boolean().optional(),
});

/** A part was taken, and so many operations wait for the last one now. */
export const PartAnswer = z.looseObject({ kept: z.int() });

/** What became of one operation, in the order of the push. */
export type Answer =
  | { readonly outcome: "recorded"; readonly seq: Seq; readonly late?: boolean | undefined } // late: it waits in the tray
  | { readonly outcome: "repeat" } // the journal has it already, once
  | { readonly outcome: "declined"; readonly seq: Seq; readonly refusal: Refusal };

export const PushAnswer = z.looseObject({
  answers: z.array(
    z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("recorded"), seq: Seq, late: z.boolean().optional() }),
      z.object({ outcome: z.literal("repeat") }),
      z.object({
        outcome: z.literal("declined"),
        seq: Seq,
        refusal: z.custom<Refusal>((value) => typeof value === "object" && value !== null),
      }),
    ]),
  ),
  seq: Seq,
  hash: Hash, // the chain's, at seq
  epoch: Epoch,
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/** Why a whole request changed nothing. */
export type WireError =
  | { readonly code: "malformed-json" }
  | { readonly code: "malformed"; readonly path: string; readonly issue: string }
  | { readonly code: "too-large"; readonly limit: number }
  | { readonly code: "not-signed-in" }
  | { readonly code: "not-yours"; readonly workstation: string } // signed in as another
  | { readonly code: "not-invited" } // no such invitation, or too old, used, revoked
  | { readonly code: "not-vouched" } // the signature is missing or is not this workstation's
  | { readonly code: "too-many-attempts"; readonly seconds: number }
  | { readonly code: "too-many-requests"; readonly seconds: number } // from one address
  | { readonly code: "gap"; readonly expected: number } // an earlier number is missing
  | { readonly code: "other-past"; readonly seq: number; readonly hash: string } // see recovery
  | { readonly code: "copied-workstation"; readonly workstation: string; readonly n: number }
  | { readonly code: "role-required"; readonly role: Role }
  | { readonly code: "not-found" }
  | { readonly code: "too-new"; readonly seq: number } // the ledger is not that far yet
  | { readonly code: "storage-failed" } // nothing was acknowledged; the disk needs a look
  | { readonly code: "internal" };

export const ErrorAnswer = z.object({ error: z.looseObject({ code: z.string() }) });

/** What anybody may know: that there is a daemon, and which versions understand each other. */
export const Health = z.looseObject({
  name: z.literal("taizhang"),
  version: z.string(),
  wire: z.int(),
});
export type Health = z.infer<typeof Health>;

/** The first event of a stream: where the journal stands, and what the daemon is. */
export const Hello = z.looseObject({
  version: z.string(),
  wire: z.int(),
  epoch: Epoch,
  seq: Seq,
  hash: Hash, // the chain's, at seq
  now: Instant,
});
export type Hello = z.infer<typeof Hello>;

/** With every heartbeat: a replica at the same number must have the same hash. */
export const Digest = z.looseObject({ seq: Seq, hash: Hash });
export type Digest = z.infer<typeof Digest>;

/** What an invitation is about, for whoever has its token. */
export const AskInvited = z.object({ token: z.string().min(16).max(200) });
export const Invited = z.looseObject({ member: MemberId, epoch: Epoch, key: Hash });
export type Invited = z.infer<typeof Invited>;

/** A new workstation asks to be let in, with what its invitation gave it. */
export const Join = z.object({
  token: z.string().min(16).max(200),
  operation: z.unknown(), // its first one: workstation-joined, with the hash of its lasting token
  signature: z.string().max(200),
});
export type Join = z.infer<typeof Join>;
export const Joined = z.looseObject({
  member: MemberId,
  name: z.string(), // the member's
  office: z.string(),
  epoch: Epoch,
});
export type Joined = z.infer<typeof Joined>;

/** Where an invitation sends those who are invited. */
export const Place = z.looseObject({
  addresses: z.array(z.string()),
  port: z.int().min(1).max(65_535),
  key: Hash, // of the daemon's public key
});
export type Place = z.infer<typeof Place>;

/** Who is asking, as the daemon knows it, and where the next operation of this workstation goes. */
export const Me = z.object({
  workstation: WorkstationId,
  member: MemberId,
  n: z.int().min(0),
  hash: Hash,
  seq: Seq,
  epoch: Epoch,
  now: Instant,
});
export type Me = z.infer<typeof Me>;

/** Lets a workstation in by the hash of its token; the token itself stays where it was made. */
export const Grant = z.object({ workstation: WorkstationId, tokenHash: Hash });
export type Grant = z.infer<typeof Grant>;

/** Lets workstations come back for a while that the office has lost sight of. */
export const AllowReturn = z.object({ tokenHash: Hash });

/** Such a one asks which hash the journal has at a number. */
export const AskPast = AskInvited.extend({ seq: Seq });
export const PastAnswer = z.looseObject({
  key: Hash, // of the daemon's public key
  hash: Hash.optional(), // none: not that far
});
export type PastAnswer = z.infer<typeof PastAnswer>;

/** Lines of a lost past that a workstation has: those after the last one that both have. */
export const Recovery = z.object({
  epoch: Epoch,
  after: Seq,
  lines: z.array(z.unknown()).min(1).max(maxBatch),
});
export type Recovery = z.infer<typeof Recovery>;
export const ReturnedLines = Recovery.extend(AskInvited.shape);
export const Recovered = z.looseObject({
  seq: Seq,
  hash: Hash,
  recorded: z.int(), // how many of them were not here yet
});
export type Recovered = z.infer<typeof Recovered>;
