import { expect, test } from "vitest";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { openWorkstation, type Workstation } from "../../cli/workstation/workstation.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import { EntryId, nameOf } from "../../shared/words/ids.ts";
import { type Lan, openLan, openStation } from "../support/lan.ts";

const stations = 50;
const each = 200;

interface Station {
  readonly place: Awaited<ReturnType<Lan["join"]>>;
  readonly joined: JoinedConnection;
  readonly workstation: Workstation;
}

test("fifty workstations log at once while half of them go offline and return", async () => {
  const lan = await openLan();
  const nowhere = { host: "127.0.0.1", port: 1, key: lan.daemon.key };
  const offline = new Set<number>();
  const opened: Station[] = [];
  for (let at = 0; at < stations; at++) {
    const place = await lan.join(await lan.invite(`成员${at}`));
    const joined = await openStation(place, () => (offline.has(at) ? nowhere : lan.way));
    const workstation = openWorkstation(place.folder, place.identity, joined, () => new Date());
    opened.push({ joined, workstation, place });
  }
  for (const { joined } of opened) {
    await expect.poll(() => joined.live.current().connected, { timeout: 30_000 }).toBe(true);
  }
  const began = performance.now();
  await Promise.all(
    opened.map(async ({ workstation }, who) => {
      for (let at = 0; at < each; at++) {
        // Every second one is away for the middle half of its day.
        if (who % 2 === 0 && at === each / 4) {
          offline.add(who);
          await opened[who]?.joined.close();
          const { place } = opened[who] as Station;
          const joined = await openStation(place, () => (offline.has(who) ? nowhere : lan.way));
          const again = openWorkstation(place.folder, place.identity, joined, () => new Date());
          opened[who] = { joined, workstation: again, place };
        }
        if (at === (each * 3) / 4) offline.delete(who);
        const { workstation: now } = opened[who] ?? { workstation };
        await now.submit([
          (id) => ({
            type: "entry-logged",
            entry: {
              id: EntryId.parse(nameOf(id)),
              kind: "meeting" as never,
              on: "2022-03-01" as never,
              title: `${who} 的第 ${at} 次`,
              quantity: 1,
              units: [],
              marks: [],
            },
          }),
        ]);
      }
    }),
  );
  const logged = performance.now();
  const { intake } = lan.daemon.office;
  const isWhole = ({ joined }: Station) => {
    const { ledger, waiting } = joined.live.current();
    return waiting === 0 && ledger.hash === intake.ledger().hash;
  };
  await expect
    .poll(() => opened.every(isWhole) && intake.ledger().entries.byId.size, { timeout: 120_000 })
    .toBe(stations * each);
  const converged = performance.now();
  console.log(
    `${stations} workstations, ${stations * each} entries: logged in ${Math.round(logged - began)} ms, ` +
      `all equal ${Math.round(converged - logged)} ms after the last one`,
  );
  const { epoch } = lan.daemon.office;
  const wanted = hashLedger(intake.ledger(), epoch);
  for (const { joined } of opened) {
    expect(hashLedger(joined.live.current().ledger, epoch)).toBe(wanted);
    await joined.close();
  }
  await lan.close();
}, 300_000);
