/**
 * Who vouches for what stands in the journal: a workstation signs the hash of its newest operation
 * with its own key (Ed25519). Each operation holds the hash of the one before, so one signature
 * stands for everything the workstation wrote up to there, and a push of many needs a single one.
 *
 * The signature stands on the journal's line of that operation. Before an office's first invitation
 * all workstations lay on one machine; only lines from that time may be without.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Hash, nameOf, type OperationId, type Seq, type WorkstationId } from "../words/ids.ts";
import { beginning, hashOperation } from "./chain.ts";
import type { Recorded } from "./operation.ts";

const signed = (id: OperationId, hash: Hash): Buffer =>
  Buffer.from(`taizhang operation v1\n${nameOf(id)}\n${hash}\n`);

/**
 * @param privateKey Ed25519, PKCS#8 in base64
 * @returns the signature in base64, over the name and the hash of an operation
 */
export function vouch(privateKey: string, id: OperationId, hash: Hash): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, "base64"),
    type: "pkcs8",
    format: "der",
  });
  return sign(null, signed(id, hash), key).toString("base64");
}

export interface Vouched {
  /** Ed25519, SPKI in base64, as it stands in the ledger. */
  readonly publicKey: string;
  readonly id: OperationId;
  readonly hash: Hash;
  readonly signature: string;
}

/**
 * Keys that were read before, by their text: reading one costs a fourth of what checking with it
 * does, and the same workstations sign again and again. Strangers bring keys too, so only so many.
 */
const readKeys = new Map<string, KeyObject>();
const mostKeys = 1_000;

/** @throws for what is no key */
function readKey(text: string): KeyObject {
  const known = readKeys.get(text);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(text, "base64"), type: "spki", format: "der" });
  if (readKeys.size >= mostKeys) readKeys.clear();
  readKeys.set(text, key);
  return key;
}

/** Whether the workstation with this key signed that. Runs beside the event loop. */
export function isVouched({ publicKey, id, hash, signature }: Vouched): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const key = readKey(publicKey);
      const bytes = Buffer.from(signature, "base64");
      verify(null, signed(id, hash), key, bytes, (error, holds) => resolve(!error && holds));
    } catch {
      resolve(false); // no key, or of another sort: nobody vouched with it
    }
  });
}

export type Unvouched =
  | {
      readonly wrong: "chain" | "signature";
      readonly seq: Seq;
      readonly workstation: WorkstationId;
    }
  | { readonly wrong: "missing"; readonly seq: Seq; readonly workstation: WorkstationId };

interface Run {
  readonly hash: Hash; // of its newest operation
  readonly unsigned: Seq | undefined; // the first line that no signature stands for yet
}

/**
 * Reads a journal from its first line on and finds what nobody vouched for.
 * @param keyOf the public key of a workstation, as the ledger has it after that line
 */
export function checkVouchers(keyOf: (workstation: WorkstationId) => string | undefined) {
  const runs = new Map<WorkstationId, Run>();
  let invited = false;
  return {
    /** The lines in their order; a workstation's numbers follow each other in them. */
    read: async (line: Recorded): Promise<Unvouched | undefined> => {
      const { seq, signature } = line;
      const { id, hash } =
        "declined" in line
          ? line.declined
          : { id: line.operation.id, hash: hashOperation(line.operation) };
      const { workstation } = id;
      const run = runs.get(workstation) ?? { hash: beginning, unsigned: undefined };
      if ("operation" in line) {
        if (line.operation.previous !== run.hash) return { wrong: "chain", seq, workstation };
        if (line.operation.type === "workstation-invited") invited = true;
      }
      const unsigned = run.unsigned ?? (invited ? seq : undefined);
      if (signature === undefined) {
        runs.set(workstation, { hash, unsigned });
        return undefined;
      }
      runs.set(workstation, { hash, unsigned: undefined });
      const publicKey = keyOf(workstation) ?? "";
      const holds = await isVouched({ publicKey, id, hash, signature });
      return holds ? undefined : { wrong: "signature", seq, workstation };
    },
    /** What is still without a signature once everything was read. */
    end: (): Unvouched | undefined => {
      for (const [workstation, { unsigned: seq }] of runs) {
        if (seq !== undefined) return { wrong: "missing", seq, workstation };
      }
      return undefined;
    },
  };
}
