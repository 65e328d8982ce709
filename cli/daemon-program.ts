/** The daemon as this program may load it, when it is needed: the shape of its front door. */
import type { Connection } from "../shared/connection.ts";
import type { Ledger } from "../shared/ledger/ledger.ts";
import type { Envelope } from "../shared/ledger/operation.ts";
import type { Unvouched } from "../shared/ledger/vouching.ts";
import type { Grant } from "../shared/wire.ts";
import type { Instant } from "../shared/words/dates.ts";

export interface OfficeOptions {
  readonly now: () => Instant;
  readonly createEpoch: () => string;
  readonly patience?: number;
}

export interface DaemonProgram {
  createOffice(
    folder: string,
    beginning: {
      readonly operations: readonly Envelope[];
      readonly grant: Grant;
      readonly profileText: string;
      readonly prepared: () => Promise<void>;
    },
    options: OfficeOptions,
  ): Promise<void>;
  openEmbedded(folder: string, token: string, options: OfficeOptions): Promise<Connection>;
  openVerification(
    folder: string,
    options: OfficeOptions,
    progress: (read: number, of: number) => void,
  ): Promise<{
    readonly ledger: Ledger;
    readonly opened: Ledger;
    readonly lines: number;
    readonly declined: number;
    readonly unvouched: Unvouched | undefined;
    readonly segments: number;
    readonly state: string;
    readonly asOpened: string;
  }>;
  /** @returns the new key's hash */
  renewKey(folder: string, handsOver: boolean, patience: number): Promise<string>;
  startDaemon(
    folder: string,
    port: number,
    options: OfficeOptions & {
      readonly reach: "network" | "machine";
      readonly version: string;
      readonly instance: string;
      readonly complain: (error: unknown) => void;
    },
  ): Promise<{
    readonly port: number;
    readonly key: string | undefined;
    readonly isKeyNew: boolean;
    readonly addresses: readonly string[];
    readonly office: {
      readonly intake: { ledger(): Ledger };
      readonly cut:
        | { readonly from: number; readonly bytes: number; readonly kept: string }
        | undefined;
    };
    close(): Promise<void>;
  }>;
}
