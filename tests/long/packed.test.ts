import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");

test("the packed program installs in an empty folder and plays the sample", async () => {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-packed-"));
  try {
    await run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], {
      cwd: root,
    });
    const [tarball = ""] = await readdir(folder);
    await run("npm", ["init", "-y"], { cwd: folder });
    await run("npm", ["install", "--no-audit", "--no-fund", join(folder, tarball)], {
      cwd: folder,
    });
    const program = join(folder, "node_modules", ".bin", "taizhang");
    await run(process.execPath, [program, "demo", "--plain", "--out", join(folder, "demo")]);
    const report = await readFile(join(folder, "demo", "report.txt"), "utf8");
    expect(report).toContain("志愿服务活动600余次");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
