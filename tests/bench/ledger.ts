/** The ledger's screen with many entries: opening, keys, filters, and others writing meanwhile. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleScreen } from "./bundle.ts";

export async function benchLedger(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const bundle = await bundleScreen(join(import.meta.dirname, "ledger-screen.tsx"), folder);
  for (const size of quick ? [10_000] : [10_000, 100_000]) {
    const args = ["--max-old-space-size=4096", bundle, String(size), quick ? "40" : "150"];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0)
      throw new Error(`the ledger's screen with ${size} entries ended with ${status}`);
  }
  await rm(folder, { recursive: true, force: true });
}
