/** Every failure as one sentence and an exit code; a stack is never shown. */
import { nowhere, RequestFailed, Unreachable, WrongKey } from "../../shared/connection.ts";
import { LockHeld } from "../../shared/disk/lock.ts";
import { LogBroken, NewerFormat } from "../../shared/disk/log-errors.ts";
import { exitCode, Failed, Refused, WrongUse } from "../failure.ts";
import type { Wording } from "../wording/wording.ts";
import { DraftInvalid } from "../workstation/drafting.ts";
import { IdentityUnreadable } from "../workstation/identity.ts";
import { DamagedPart } from "../workstation/joined/damaged-part.ts";
import { sayDiskFailure } from "./disk-failures.ts";
import { sayPath, sayRefusal, sayWireError } from "./refusals.ts";

export interface SaidFailure {
  readonly code: string; // for programs: never changes
  readonly exit: number;
  readonly sentence: string;
}

export function sayFailure(wording: Wording, error: unknown): SaidFailure {
  const { say } = wording;
  const failed = (code: string, sentence: string) => ({ code, exit: exitCode.failed, sentence });
  if (error instanceof WrongUse) {
    return { code: error.key, exit: exitCode.wrongUse, sentence: say(error.key, error.params) };
  }
  if (error instanceof Failed) {
    const { key, params, exit = exitCode.failed } = error;
    const reason = wording.find(`disk.${params.reason}`);
    return { code: key, exit, sentence: say(key, { ...params, ...(reason && { reason }) }) };
  }
  if (error instanceof Refused) {
    const why = sayRefusal(wording, error.refusal);
    const sentence = say("refusal.intro", { why });
    return { code: `refusal.${error.refusal.reason}`, exit: exitCode.refused, sentence };
  }
  if (error instanceof DraftInvalid) {
    const [issue] = error.issues;
    const path = sayPath(wording, issue?.path.join(".") ?? "");
    const what =
      wording.find(`issue.${issue?.message}`) ?? sayBounds(wording, issue) ?? say("issue.other");
    const sentence = say("refusal.malformed", { path, issue: what });
    return { code: "refusal.malformed", exit: exitCode.wrongUse, sentence };
  }
  if (error instanceof RequestFailed) {
    const { code } = error.error;
    const said = failed(`wire.${code}`, sayWireError(wording, error.error));
    return code === "role-required" ? { ...said, exit: exitCode.refused } : said;
  }
  if (error instanceof Unreachable && error.address === nowhere) {
    return { code: "error.nowhere", exit: exitCode.unreachable, sentence: say("error.nowhere") };
  }
  if (error instanceof Unreachable) {
    const sentence = say("error.unreachable", { address: error.address });
    return { code: "error.unreachable", exit: exitCode.unreachable, sentence };
  }
  if (error instanceof WrongKey) {
    return failed("error.wrong-key", say("error.wrong-key", { address: error.address }));
  }
  if (error instanceof LockHeld) {
    return failed("error.lock-held", say("error.lock-held", { pid: error.pid, host: error.host }));
  }
  if (error instanceof LogBroken) {
    const { file, line } = error;
    const reason = say(`damage.${error.reason}`);
    return failed("error.log-broken", say("error.log-broken", { file, line, reason }));
  }
  if (error instanceof DamagedPart) {
    const { part, folder, place, cause } = error;
    const isChain = cause instanceof Error && cause.name === "ChainBroken";
    return failed(
      isChain ? "error.chain-broken" : "error.log-broken",
      say(`damage.${part}`, { folder, place }),
    );
  }
  if (error instanceof NewerFormat) {
    const { file, version } = error;
    return failed("error.newer-format", say("error.newer-format", { file, version }));
  }
  if (error instanceof IdentityUnreadable) {
    return failed(
      "error.identity-unreadable",
      say("error.identity-unreadable", { file: error.file }),
    );
  }
  const disk = sayDiskFailure(wording, error);
  if (disk !== undefined) return failed("error.disk", disk);
  return (
    sayNamed(wording, error) ??
    failed("error.unexpected", say("error.unexpected", { what: nameOf(error) }))
  );
}

/** A number that is too small or too large: what it may be. */
function sayBounds({ say }: Wording, issue: DraftInvalid["issues"][number] | undefined) {
  if (issue?.code === "too_small" && issue.origin !== "string") {
    const least = Number(issue.minimum) + (issue.inclusive ? 0 : 1);
    return say("issue.at-least", { least });
  }
  if (issue?.code === "too_big" && issue.origin !== "string") {
    return say("issue.at-most", { most: Number(issue.maximum) });
  }
  return undefined;
}

/** Errors of the daemon's own, which is loaded only when it is needed: known by their names. */
function sayNamed({ say }: Wording, error: unknown): SaidFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const data = error as Error & Readonly<Record<string, unknown>>;
  const failed = (code: string, sentence: string) => ({ code, exit: exitCode.failed, sentence });
  switch (error.name) {
    case "ChainBroken":
      return failed("error.chain-broken", say("error.chain-broken", { seq: Number(data.seq) }));
    case "AccessUnreadable":
      return failed(
        "error.access-unreadable",
        say("error.access-unreadable", { file: String(data.file) }),
      );
    case "CertificateUnreadable":
    case "HandoversUnreadable":
      return failed(
        "error.key-unreadable",
        say("error.key-unreadable", { file: String(data.file) }),
      );
    case "CopyNotWhole":
      return failed("error.copy-not-whole", say("error.copy-not-whole"));
    case "OfficeExists":
      return failed("error.office-exists", say("error.office-exists", { folder: error.message }));
    case "PortTaken":
      return failed("error.port-taken", say("error.port-taken", { port: Number(data.port) }));
    case "StorageFailed":
    case "LogFailed":
      return failed("error.storage-failed", say("error.storage-failed"));
    default:
      return undefined;
  }
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
};
