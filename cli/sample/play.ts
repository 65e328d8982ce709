/**
 * Plays the sample half-year as it happened: an office is made, its daemon is started, and every
 * member writes from a workstation of their own, over HTTP, on the day it was.
 */
import { randomUUID } from "node:crypto";
import type { Connection } from "../../shared/connection.ts";
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { type Instant, instantOf } from "../../shared/words/dates.ts";
import { Epoch, nameOf } from "../../shared/words/ids.ts";
import type { DaemonProgram } from "../daemon-program.ts";
import { version } from "../version.ts";
import { beginOffice } from "../workstation/beginning.ts";
import { createEpoch, officeOptions } from "../workstation/connect.ts";
import { connectToDaemon } from "../workstation/daemon-client.ts";
import type { Draft } from "../workstation/drafting.ts";
import { enrol } from "../workstation/enrol.ts";
import { grantOf, type Identity, keepIdentity } from "../workstation/identity.ts";
import { openWorkstation, type Workstation } from "../workstation/workstation.ts";
import { sampleHalfYear } from "./half-year.ts";
import { sampleMembers } from "./office.ts";
import type { MemberKey, Draft as SampleDraft } from "./step.ts";

/** The daemon declined a step of the sample: the sample does not fit its profile any more. */
export class SampleDeclined extends Error {
  override readonly name = "SampleDeclined";
}

export interface PlayedSample {
  readonly operations: number;
  readonly end: Instant;
  /** The leader's connection, through the running daemon. */
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * @param folder an empty folder, or none yet
 * @param progress told after every sitting how many of how many were played
 */
export async function playSample(
  folder: string,
  daemon: DaemonProgram,
  progress: (done: number, of: number) => void,
): Promise<PlayedSample> {
  const text = builtInProfiles.get("township") ?? "";
  const read = readProfile(text);
  if (!read.ok) throw new SampleDeclined(`profile: ${JSON.stringify(read.findings)}`);
  const { profile } = read;
  const steps = sampleHalfYear(profile);
  let clock = new Date(steps[0]?.at ?? 0);
  const now = () => clock;

  const epoch = Epoch.parse(createEpoch());
  const options = { ...officeOptions(now), createEpoch: () => epoch };
  const [first, ...others] = sampleMembers;
  const { identity: admin, operations } = beginOffice(first, { text, profile }, epoch, clock);
  const prepared = () => keepIdentity(folder, admin);
  const beginning = { operations, grant: grantOf(admin), profileText: text, prepared };
  await daemon.createOffice(folder, beginning, options);

  const running = await daemon.startDaemon(folder, 0, {
    reach: "machine",
    ...options,
    version,
    instance: randomUUID(),
    complain: (error) => {
      throw error;
    },
  });
  const openAs = (identity: Identity): Workstation =>
    openWorkstation(
      folder,
      identity,
      connectToDaemon({ host: "127.0.0.1", port: running.port }, identity.token),
      now,
    );
  const workstations = new Map<MemberKey, Workstation>([[first.key, openAs(admin)]]);
  for (const member of others) {
    const { identity } = await enrol(folder, workstations.get(first.key) as Workstation, member);
    workstations.set(member.key, openAs(identity));
  }

  const names = new Map<string, string>();
  let count = operations.length + others.length * 2;
  for (const [at, { at: moment, member, drafts }] of steps.entries()) {
    clock = new Date(moment);
    const workstation = workstations.get(member) as Workstation;
    const submitted = await workstation.submit(drafts.map((draft) => named(draft)));
    for (const { answer } of submitted) {
      if (answer.outcome !== "recorded") throw new SampleDeclined(JSON.stringify(answer));
    }
    count += drafts.length;
    progress(at + 1, steps.length);
  }

  /** The draft with its own name, and those of the records it speaks of, put in. */
  function named({ key, body }: SampleDraft): Draft {
    return (operation) => {
      const id = nameOf(operation);
      if (key !== undefined) names.set(key, id);
      return body({
        id,
        ref: (other) => names.get(other) ?? "",
        member: (other) => workstations.get(other)?.member ?? "",
      });
    };
  }
  return {
    operations: count,
    end: instantOf(clock),
    connection: (workstations.get("lin") ?? openAs(admin)).connection,
    close: async () => {
      for (const workstation of workstations.values()) await workstation.close();
      await running.close();
    },
  };
}
