/**
 * `npm run golden`: what this release writes, kept in tests/golden for all that come after it. It is
 * made once, when a release is; what stands there already is never written over.
 *
 * The sample office, its half-year settled and closed with a late record in the tray, and a
 * workstation that joined it and logged one entry with the daemon and one without.
 */
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { version } from "../../cli/version.ts";
import { run, start } from "../support/program.ts";

const golden = join(import.meta.dirname, "..", "golden", version);
const period = ["--period", "2022-H1"];

/** @throws what the program said where it did not succeed */
async function does(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(args);
  if (code !== 0) throw new Error(`taizhang ${args.join(" ")}: ${err}`);
  return out;
}

/** Closed for a reason: the sample's problems are still open. */
async function closeHalfYear(office: readonly string[]): Promise<void> {
  await does(...office, "period", "settle", "2022-H1");
  await does(...office, "period", "close", "2022-H1", "--despite", "样例");
  await does(...office, "log", "study", "迟到的学习", "--date", "2022-05-05");
}

async function joinDesk(office: readonly string[], desk: readonly string[]): Promise<void> {
  const daemon = start([...office, "daemon", "--port", "0"]);
  if (!daemon.stdout) throw new Error("a daemon without a voice");
  await once(createInterface({ input: daemon.stdout }), "line");
  const invited = JSON.parse(
    await does(...office, "invite", "--name", "周宁", "--address", "127.0.0.1", "--json"),
  );
  await does(...desk, "join", invited.invitation);
  await does(...desk, "log", "study", "连着时的学习", "--date", "2022-07-05");
  daemon.kill("SIGTERM");
  await once(daemon, "exit");
  await does(...desk, "log", "study", "断开时的学习", "--date", "2022-07-06");
}

const folder = await mkdtemp(join(tmpdir(), "taizhang-golden-"));
const [office, desk] = ["office", "desk"].map((name) => ["--office", join(folder, name)]) as [
  string[],
  string[],
];
await does("demo", "--plain", "--out", join(folder, "demo"));
await cp(join(folder, "demo", "office"), join(folder, "office"), { recursive: true });
await closeHalfYear(office);
await joinDesk(office, desk);
await mkdir(golden); // fails where it is there already
const keep = (name: string, text: string) => writeFile(join(golden, name), text);
await keep("verify.json", await does(...office, "verify", "--json"));
await keep("tallies.json", await does(...office, "tally", ...period, "--json"));
await keep("report.txt", await does(...office, "report", ...period));
await keep("desk.json", await does(...desk, "list", "--period", "2022-H2", "--json"));
for (const name of ["office", "desk"]) {
  await cp(join(folder, name), join(golden, name), { recursive: true });
}
await rm(folder, { recursive: true });
console.log(golden);
