import { expect, test } from "vitest";
import { connectToDaemon } from "../../cli/workstation/daemon-client.ts";
import { type Identity, keepIdentity, readIdentities } from "../../cli/workstation/identity.ts";
import { openLiveLedger } from "../../cli/workstation/live-ledger.ts";
import { openWorkstation } from "../../cli/workstation/workstation.ts";
import { openOffice } from "../../daemon/office.ts";
import { startDaemon } from "../../daemon/server.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { EntryId, type KindId, nameOf } from "../../shared/words/ids.ts";
import { addMember, makeOffice, testOptions } from "../support/office.ts";

test("forty workstations write at once, all listen, and all end with the same ledger", async () => {
  const { folder, admin } = await makeOffice();
  const office = await openOffice(folder, testOptions);
  const members: Identity[] = [];
  for (let at = 0; at < 40; at++) {
    const identity = await addMember(office, admin, `成员${at}`, "staff");
    await keepIdentity(folder, identity);
    members.push(identity);
  }
  await office.close();
  const daemon = await startDaemon(folder, 0, {
    reach: "machine",
    ...testOptions,
    version: "0",
    instance: "test",
    complain: (error) => {
      throw error;
    },
  });
  const opened = await Promise.all(
    members.map(async (identity) => {
      const connection = connectToDaemon({ host: "127.0.0.1", port: daemon.port }, identity.token);
      const workstation = openWorkstation(folder, identity, connection, () => new Date());
      return { workstation, live: await openLiveLedger(connection) };
    }),
  );
  await Promise.all(
    opened.map(async ({ workstation }, who) => {
      for (let at = 0; at < 50; at++) {
        const [submitted] = await workstation.submit([
          (id) => ({
            type: "entry-logged",
            entry: {
              id: EntryId.parse(nameOf(id)),
              kind: "meeting" as KindId,
              on: "2022-03-01" as LocalDate,
              title: `${who} 的第 ${at} 次`,
              quantity: 1,
              units: [],
              marks: [],
            },
          }),
        ]);
        expect(submitted?.answer.outcome).toBe("recorded");
      }
    }),
  );
  const { ledger } = (await opened[0]?.workstation.connection.ledger()) ?? {};
  if (!ledger) throw new Error("no workstation was opened");
  expect(ledger.entries.byId.size).toBe(2_000);
  const { epoch } = daemon.office;
  const wanted = hashLedger(ledger, epoch);
  for (const { live } of opened) {
    await expect.poll(() => live.current().ledger.seq, { timeout: 60_000 }).toBe(ledger.seq);
    expect(hashLedger(live.current().ledger, epoch)).toBe(wanted);
    live.close();
  }
  for (const { workstation } of opened) await workstation.close();
  await daemon.close();
  expect(await readIdentities(folder)).toHaveLength(41);
});
