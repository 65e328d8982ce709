/** A trace of system calls: between every two answers to a push the journal was synced. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writer } from "../support/office.ts";
import { tell } from "./figures.ts";
import { type Client, post } from "./server.ts";

const pushes = 50;

export async function benchSyncs(): Promise<void> {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    console.log(
      JSON.stringify({ figure: "a sync inside every push", skipped: "strace is not installed" }),
    );
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const trace = join(folder, "trace");
  const program = join(import.meta.dirname, "servers", "ours.ts");
  const calls = ["-f", "-s", "16", "-e", "trace=fdatasync,write,writev", "-o", trace];
  const node = [process.execPath, program, join(folder, "office"), "1", "0"];
  const child = spawn("strace", [...calls, ...node], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  const { port, clients, pid } = JSON.parse(String(line)) as {
    port: number;
    clients: [Client];
    pid: number;
  };
  const [client] = clients;
  const writer = new Writer(client);
  for (let at = 0; at < pushes; at++) {
    const body = JSON.stringify({ operations: [writer.meeting(`第 ${at} 次`)] });
    await post({ port }, "/v1/operations", body, client.token);
  }
  process.kill(pid, "SIGTERM"); // the daemon itself: the tracer ends with it
  await once(child, "exit");
  let synced = false;
  let answers = 0;
  let covered = 0;
  for (const call of (await readFile(trace, "utf8")).split("\n")) {
    if (/fdatasync.*= 0$/.test(call)) synced = true;
    if (!call.includes("HTTP/1.1 200")) continue;
    answers += 1;
    if (synced) covered += 1;
    synced = false;
  }
  await rm(folder, { recursive: true, force: true });
  tell({
    figure: "pushes answered with a sync inside",
    unit: "pushes",
    value: covered,
    beside: { answers },
    ratio: covered / answers,
    aim: "all of them",
  });
}
