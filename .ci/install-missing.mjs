/**
 * Installs what the project needs, and does nothing where it is already there.
 *
 * Runs on whatever Node the machine has, before anything is installed; every later step then
 * runs on the Node among the devDependencies. npm leaves a copy of the lock file's packages in
 * node_modules/.package-lock.json: what that copy lacks, or holds in another version, is missing.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

function isComplete() {
  const installed = "node_modules/.package-lock.json";
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf("package-lock.json")).every(
    ([place, wanted]) =>
      place === "" || wanted.optional || present[place]?.version === wanted.version,
  );
}

if (!isComplete()) {
  console.error("Installing the packages of package-lock.json …");
  // Not `ci`: that stops where a mirror lacks an optional package for another kind of machine. All
  // versions are pinned, here and in the lock file, which stays as it is.
  const npm = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (npm.status !== 0) {
    console.error("The packages could not be installed: is the npm registry reachable?");
    process.exit(1);
  }
}
