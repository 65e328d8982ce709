/** What a joined workstation asks of its daemon; every answer is parsed by the daemon's schemas. */
import type { IncomingMessage } from "node:http";
import { RequestFailed } from "../../../shared/connection.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import { type Operation, type Recorded, readRecorded } from "../../../shared/ledger/operation.ts";
import { readSnapshot } from "../../../shared/ledger/snapshot.ts";
import { Me, PushAnswer, paths, Recovered, type Recovery } from "../../../shared/wire.ts";
import { type Hash, type Seq, seqOf } from "../../../shared/words/ids.ts";
import { bytesOf, jsonOf, throwAnswer } from "../answers.ts";
import type { Ask, Asker } from "../way.ts";

/** Where a copy of the journal stands. */
export type Position = Pick<Ledger, "seq" | "hash">;

export interface DaemonCalls {
  /** @throws RequestFailed other-past when the daemon's journal does not have that position */
  me(position: Position): Promise<Me>;
  ledger(): Promise<Ledger>;
  page(since: Seq, last: Seq): Promise<readonly Recorded[]>;
  hashAt(seq: Seq): Promise<Hash | undefined>;
  stream(position: Position): Promise<IncomingMessage>;
  push(operations: readonly Operation[], signature: string): Promise<PushAnswer>;
  recover(recovery: Recovery): Promise<Recovered>;
}

/** All of them throw RequestFailed, Unreachable, WrongKey. */
export function callsThrough(asker: Asker, token: string): DaemonCalls {
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (path: string, more: Ask = {}, ...fine: number[]) => {
    const response = await asker.ask(path, { ...more, headers });
    if (response.statusCode === 200 || fine.includes(response.statusCode ?? 0)) return response;
    return throwAnswer(await jsonOf(response));
  };
  const json = async (path: string, more?: Ask, ...fine: number[]) =>
    jsonOf(await ask(path, more, ...fine));
  const at = ({ seq, hash }: Position) => (seq > 0 ? `since=${seq}&hash=${hash}` : "since=0");
  const page = async (since: Seq, last: Seq) => {
    const answer = await json(`${paths.operations}?since=${since}&last=${last}`);
    return (answer as { lines: unknown[] }).lines.map(readRecorded);
  };
  return {
    me: async (position) => Me.parse(await json(`${paths.next}?${at(position)}`)),
    ledger: async () => {
      const text = (await bytesOf(await ask(paths.ledger))).toString();
      return readSnapshot(text.split("\n")).ledger;
    },
    page,
    hashAt: async (seq) => {
      const [line] = await page(seqOf(seq - 1), seq);
      return line?.hash;
    },
    stream: (position) => ask(`${paths.stream}?${at(position)}`),
    push: async (operations, signature) => {
      const body = { operations, signature };
      return PushAnswer.parse(await json(paths.operations, { method: "POST", body }, 422));
    },
    recover: async (body) => Recovered.parse(await json(paths.recovery, { method: "POST", body })),
  };
}

export const isOtherPast = (error: unknown): boolean =>
  error instanceof RequestFailed && error.error.code === "other-past";
