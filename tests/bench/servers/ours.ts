/** The daemon in a process of its own: `ours.ts FOLDER WORKSTATIONS RECORDS [network]`. */

import { beginOffice } from "../../../cli/workstation/beginning.ts";
import { grantOf, type Identity } from "../../../cli/workstation/identity.ts";
import { createOffice } from "../../../daemon/main.ts";
import { openOffice } from "../../../daemon/office.ts";
import { startDaemon } from "../../../daemon/server.ts";
import { addMember, testEpoch, testOptions, writerOf } from "../../support/office.ts";
import { smallProfile } from "../../support/profile.ts";

const [folder = "", workstations = "1", records = "0", reach = "machine"] = process.argv.slice(2);
const { identity: admin, operations } = beginOffice(
  { name: "管理员", duties: [] },
  { text: "{}", profile: smallProfile },
  testEpoch,
  new Date(0),
);
const prepared = async () => {};
const beginning = { operations, grant: grantOf(admin), profileText: "{}", prepared };
await createOffice(folder, beginning, testOptions);
const office = await openOffice(folder, testOptions);
const identities: Identity[] = [];
for (let at = 0; at < Number(workstations); at++) {
  identities.push(await addMember(office, admin, `成员${at}`, "staff"));
}
const writer = writerOf(office, admin);
for (let left = Number(records); left > 0; left -= 500) {
  const batch = Array.from({ length: Math.min(500, left) }, (_, at) =>
    writer.meeting(`会议 ${left - at}`, `2022-0${1 + (at % 6)}-1${at % 9}`),
  );
  await office.intake.accept(admin.id, batch);
}
await office.close();
const daemon = await startDaemon(folder, 0, {
  reach: reach === "network" ? "network" : "machine",
  ...testOptions,
  version: "0",
  instance: "bench",
  complain: (error) => console.error(error),
});
const { port, key } = daemon;
process.stdout.write(`${JSON.stringify({ port, key, clients: identities, pid: process.pid })}\n`);
process.once("SIGTERM", async () => {
  await daemon.close();
  process.exit(0);
});
