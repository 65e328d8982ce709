/** What a ledger takes in memory: `memory.ts nothing|ledger|map FOLDER SIZE` prints MiB. */

import { openFilesStore } from "../../../shared/store/files/files-store.ts";
import { replay } from "../../../shared/store/replay.ts";
import { Epoch } from "../../../shared/words/ids.ts";

const [what, folder = "", size = "0"] = process.argv.slice(2);
const kept: unknown[] = [];
if (what === "ledger") {
  const store = await openFilesStore(folder, () => Epoch.parse("benchepoch"));
  kept.push(await replay(store, await store.loadSnapshot()));
  await store.close();
}
if (what === "map") {
  const map = new Map<string, object>();
  for (let at = 1; at <= Number(size); at++) {
    const id = `lines001-${at}`;
    map.set(id, {
      id,
      kind: "meeting",
      on: `2022-0${1 + (at % 6)}-01`,
      title: `全镇宣传思想文化工作例会${at}`,
      quantity: 1,
      units: [],
      marks: [],
      trail: {
        by: "lines001-1",
        received: `2022-01-01T00:00:${at}`,
        workstation: "lines001",
        seqs: [at],
      },
    });
  }
  kept.push(map);
}
globalThis.gc?.();
globalThis.gc?.();
process.stdout.write(`${process.memoryUsage().rss / 2 ** 20}\n`);
if (kept.length > 1) throw new Error("kept to here, so that nothing is collected before");
