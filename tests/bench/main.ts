/**
 * `npm run bench`: every figure beside its limit or a peer of the same run.
 * `--quick` runs small sizes, `--only NAME` one group.
 */

import { benchClosings } from "./closings.ts";
import { benchDocuments } from "./documents.ts";
import { benchExports } from "./exports.ts";
import { benchImports } from "./imports.ts";
import { benchLan } from "./lan.ts";
import { benchLedger } from "./ledger.ts";
import { benchListeners } from "./listeners.ts";
import { benchOpening } from "./opening.ts";
import { benchGrowth, benchPushes } from "./pushes.ts";
import { benchScreen } from "./screen.ts";
import { benchStarting } from "./starting.ts";
import { benchSyncs } from "./syncs.ts";
import { benchTallies } from "./tallies.ts";
import { benchTlsPushes } from "./tls-pushes.ts";

const groups: Readonly<Record<string, (quick: boolean) => Promise<void>>> = {
  pushes: benchPushes,
  "tls-pushes": benchTlsPushes,
  growth: benchGrowth,
  listeners: benchListeners,
  lan: benchLan,
  tallies: benchTallies,
  opening: benchOpening,
  starting: benchStarting,
  screen: benchScreen,
  ledger: benchLedger,
  syncs: benchSyncs,
  imports: benchImports,
  exports: benchExports,
  closings: benchClosings,
  documents: benchDocuments,
};
const args = process.argv.slice(2);
const only = args[args.indexOf("--only") + 1];
for (const [name, bench] of Object.entries(groups)) {
  if (args.includes("--only") && name !== only) continue;
  await bench(args.includes("--quick"));
}
process.exit(0); // connections that are kept open do not hold it
