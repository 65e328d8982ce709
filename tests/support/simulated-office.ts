/**
 * An office on one bench: a daemon and three workstations, their disks and the network between
 * them, all real but disk and wire. Days are played on it step by step.
 */
import fc from "fast-check";
import { expect } from "vitest";
import { beginOffice } from "../../cli/workstation/beginning.ts";
import {
  createIdentity,
  grantOf,
  type Identity,
  newWorkstationId,
} from "../../cli/workstation/identity.ts";
import { decide } from "../../daemon/decide.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import { checkVouchers, vouch } from "../../shared/ledger/vouching.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import type { Hash, MemberId, WorkstationId } from "../../shared/words/ids.ts";
import { Epoch, nameOf, seqOf } from "../../shared/words/ids.ts";
import { anyStep, bodyOf, type Step } from "./days.ts";
import { type Dice, diceOf, ForgetfulDisk } from "./forgetful-disk.ts";
import { testNow, Writer } from "./office.ts";
import { smallProfile } from "./profile.ts";
import { type Fault, SimulatedDaemon } from "./simulated-daemon.ts";
import { SimulatedWorkstation } from "./simulated-workstation.ts";

export const workstations = 3;

/** One thing that happens: what a person, the network, the power or a restored copy does. */
export interface Event {
  readonly at: number; // which workstation
  readonly does:
    | "type"
    | "sync"
    | "everybody-syncs"
    | "sync-badly"
    | "workstation-dies"
    | "daemon-dies"
    | "office-types"
    | "backup"
    | "restore"
    | "send-again";
  readonly step: Step;
  readonly dice: number;
}

const weighted = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
export const anyEvent: fc.Arbitrary<Event> = fc.record({
  at: fc.nat({ max: workstations - 1 }),
  does: fc.oneof(
    weighted(10, "type" as const),
    weighted(5, "sync" as const),
    weighted(3, "everybody-syncs" as const),
    weighted(4, "sync-badly" as const),
    weighted(2, "workstation-dies" as const),
    weighted(2, "daemon-dies" as const),
    weighted(1, "office-types" as const),
    weighted(2, "backup" as const),
    weighted(2, "restore" as const),
    weighted(1, "send-again" as const),
  ),
  step: anyStep,
  dice: fc.nat({ max: 1_000_000 }),
});

export class SimulatedOffice {
  readonly daemon: SimulatedDaemon;
  readonly stations: readonly SimulatedWorkstation[];
  readonly #admin: Identity;
  #here: readonly SimulatedWorkstation[] = [];
  /** Names of operations that must be in the journal in the end. */
  readonly #wanted = new Set<string>();
  #backup: ForgetfulDisk;

  private constructor(
    daemon: SimulatedDaemon,
    stations: readonly SimulatedWorkstation[],
    admin: Identity,
  ) {
    this.daemon = daemon;
    this.stations = stations;
    this.#admin = admin;
    this.#backup = daemon.disk.copy(diceOf(0));
  }

  static async open(): Promise<SimulatedOffice> {
    const epoch = Epoch.parse("testepoch0");
    const profile = { text: "{}", profile: smallProfile };
    const begun = beginOffice({ name: "管理员", duties: [] }, profile, epoch, new Date(0));
    const admin = begun.identity;
    const first = decide(emptyLedger, begun.operations, testNow());
    const writer = new Writer(admin, 3, hashOperation(begun.operations.at(-1)));
    const lines = [...first.lines];
    let { ledger } = first;
    const identities: Identity[] = [];
    const tokens = new Map<Hash, WorkstationId>();
    const record = (operation: ReturnType<Writer["write"]>) => {
      const signature = vouch(admin.privateKey, operation.id, hashOperation(operation));
      const decided = decide(ledger, [operation], testNow(), signature);
      ledger = decided.ledger;
      lines.push(...decided.lines);
    };
    for (let at = 0; at < workstations; at++) {
      const role = at === 0 ? "leader" : "staff";
      let member = "" as MemberId;
      record(
        writer.write((_, name) => {
          member = name as MemberId;
          return {
            type: "member-added",
            member: { id: name, name: `成员${at}`, role, duties: [], active: true },
          };
        }),
      );
      const identity = createIdentity(newWorkstationId(), member, `成员${at}`);
      const { id, publicKey } = identity;
      record(
        writer.write(() => ({
          type: "workstation-joined",
          joined: { id, member, publicKey, tokenHash: grantOf(identity).tokenHash },
        })),
      );
      identities.push(identity);
    }
    // From the first invitation on nothing is taken without a signature.
    record(
      writer.write(() => ({
        type: "workstation-invited",
        invitation: "a".repeat(64),
        member: identities[0]?.member,
      })),
    );
    const disk = new ForgetfulDisk(diceOf(1));
    const store = await openFilesStore("/office", () => epoch, { disk, segmentBytes: 20_000 });
    await store.append(lines);
    await store.close();
    const daemon = new SimulatedDaemon(disk, tokens);
    await daemon.open();
    const stations = identities.map(
      (identity, at) => new SimulatedWorkstation(identity, new ForgetfulDisk(diceOf(at + 2))),
    );
    const office = new SimulatedOffice(daemon, stations, admin);
    for (const station of stations) await station.sync(office.calm());
    return office;
  }

  calm() {
    return this.daemon.asker(() => "none");
  }

  async play({ at, does, step, dice: seed }: Event): Promise<void> {
    const station = this.stations[at] as SimulatedWorkstation;
    const dice = diceOf(seed);
    switch (does) {
      case "type":
        return this.#type(station, step);
      case "sync":
        return this.#trying(() => station.sync(this.calm()));
      case "everybody-syncs":
        for (const one of this.stations) await this.#trying(() => one.sync(this.calm()));
        return;
      case "sync-badly":
        return this.#trying(() => station.sync(this.daemon.asker(() => anyFault(dice))));
      case "workstation-dies": {
        station.disk.restartProcess(dice.roll(12));
        await this.#trying(async () => {
          await this.#type(station, step);
          await station.sync(this.calm());
        });
        station.crash();
        station.disk.restart();
        return;
      }
      case "daemon-dies": {
        this.daemon.disk.restartProcess(dice.roll(12));
        await this.#trying(() => station.sync(this.calm()));
        this.daemon.crash();
        this.daemon.disk.restart();
        return this.daemon.open();
      }
      case "office-types":
        return this.#typeAtTheOffice(step);
      case "backup":
        this.#backup = this.daemon.disk.copy(dice);
        return;
      case "restore": {
        this.daemon.crash();
        this.daemon.disk = this.#backup.copy(dice);
        return this.daemon.open();
      }
      case "send-again":
        return this.#trying(() => station.sendAgain(this.calm()));
    }
  }

  async #type(station: SimulatedWorkstation, step: Step): Promise<void> {
    await station.write((ledger) => {
      const body = bodyOf(ledger, step);
      return [(id) => body(id, nameOf(id)) as never];
    });
  }

  /** The admin, at the office machine itself: straight into the journal, with no copy elsewhere. */
  async #typeAtTheOffice(step: Step): Promise<void> {
    const { office } = this.daemon;
    const ledger = office.intake.ledger();
    const { id, privateKey } = this.#admin;
    const known = ledger.workstations.get(id);
    const writer = new Writer(this.#admin, known?.n ?? 0, known?.hash);
    writer.saw = ledger.seq;
    const body = bodyOf(ledger, step);
    const operation = writer.write(body, { saw: { epoch: office.epoch, seq: ledger.seq } });
    const signature = vouch(privateKey, operation.id, hashOperation(operation));
    await office.intake.accept(id, [operation], signature);
  }

  /** Whatever breaks on the way breaks: what counts is what is there in the end. */
  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isExpected(error)) return;
      throw error;
    }
  }

  /**
   * Everybody is back, the network is well: they come together. But one machine may be gone for
   * good: then what the others have of it must do.
   */
  async settle(gone?: number): Promise<void> {
    const here = this.stations.filter((_, at) => at !== gone);
    const admin = `${this.#admin.id}-`;
    for (const station of here) {
      for (const name of await station.confirmedNames()) {
        // At the office machine itself numbers were given anew, as in any copied folder.
        if (!name.startsWith(admin)) this.#wanted.add(name);
      }
      for (const name of station.kept) this.#wanted.add(name);
    }
    this.#here = here;
    // A connection may end to begin again, as on a new epoch; the last round must go through.
    for (let round = 0; round < 4; round++) {
      for (const station of here) await this.#trying(() => station.sync(this.calm()));
    }
    for (const station of here) await station.sync(this.calm());
  }

  /** The laws: one ledger everywhere, nothing typed missing, nothing counted twice, all vouched. */
  async check(): Promise<void> {
    const { office } = this.daemon;
    const ledger = office.intake.ledger();
    const wanted = hashLedger(ledger, office.epoch);
    for (const station of this.#here) {
      const here = await station.confirmed();
      expect([here.seq, here.hash]).toEqual([ledger.seq, ledger.hash]);
      expect(hashLedger(here, office.epoch)).toBe(wanted);
      expect(await station.waiting()).toBe(0);
    }
    const times = new Map<string, number>();
    const vouchers = checkVouchers((id) => ledger.workstations.get(id)?.publicKey);
    let made = 0;
    for await (const lines of office.store.readSince(seqOf(0))) {
      for (const line of lines as readonly Recorded[]) {
        const name = nameOf("declined" in line ? line.declined.id : line.operation.id);
        times.set(name, (times.get(name) ?? 0) + 1);
        if ("operation" in line && line.operation.type === "entry-logged") made += 1;
        expect(await vouchers.read(line)).toBeUndefined();
      }
    }
    expect(vouchers.end()).toBeUndefined();
    for (const name of this.#wanted) expect([name, times.get(name)]).toEqual([name, 1]);
    expect(Math.max(...times.values())).toBe(1);
    const isEntry = (late: { operation: { type: string } }) =>
      late.operation.type === "entry-logged";
    const apart =
      ledger.tray.filter(isEntry).size + ledger.returned.filter((late) => isEntry(late)).size;
    expect(ledger.entries.byId.size + apart).toBe(made);
  }
}

const faults: readonly Fault[] = ["none", "none", "request-lost", "answer-lost", "answer-torn"];
const anyFault = (dice: Dice): Fault => faults[dice.roll(faults.length - 1)] ?? "none";

/** A lost line, a disk without power, and what follows from them. */
const isExpected = (error: unknown): boolean =>
  error instanceof Error &&
  ["Unreachable", "PowerOff", "LogFailed", "StorageFailed", "Differs"].includes(error.name);
