/**
 * A long and lossy line to a host, for real: every packet is late and some are lost, both ways. By
 * netem where the kernel has it; elsewhere through a VXLAN tunnel whose packets a program carries.
 */
import { execFile, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ip = (...args: string[]) => run("ip", args);

export interface Quality {
  readonly delay: number; // milliseconds, each way
  readonly loss: number; // of each packet, each way: 0 to 1
}

/** How this machine makes such lines; undefined where it cannot. */
export function findLineMaker(): "netem" | "tunnel" | undefined {
  const name = `tz${process.pid}line`;
  const can = (command: string, ...args: string[]) => {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  if (!can("ip", "netns", "add", name)) return undefined;
  try {
    if (can("tc", "-n", name, "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms")) {
      return "netem";
    }
    return can("ip", "-n", name, ...tunnel("try", 4801)) ? "tunnel" : undefined;
  } finally {
    can("ip", "netns", "del", name);
  }
}

/** Both ends of the cable between a tunnel's outside and the program that carries its packets. */
const outside = "10.94.0.1";
const carrier = "10.94.0.2";
const ports = { near: 4801, far: 4802 };
const tunnel = (name: string, port: number): string[] => {
  const kind = ["type", "vxlan", "id", "1", "dstport", String(port), "remote", carrier];
  return ["link", "add", "name", name, ...kind];
};

/** Makes the line that a host hangs on already, and its end on the bridge, as bad as this. */
export async function spoil(host: string, cable: string, { delay, loss }: Quality): Promise<void> {
  const netem = ["root", "netem", "delay", `${delay}ms`, "loss", `${loss * 100}%`];
  await run("tc", ["-n", host, "qdisc", "add", "dev", "e0", ...netem]);
  await run("tc", ["qdisc", "add", "dev", cable, ...netem]);
}

/**
 * A tunnel from `e0` of a host to `cable` here. Its outside lies in a namespace of its own, so that
 * the host sees one cable as every other host does.
 */
export async function openTunnel(
  host: string,
  cable: string,
  { delay, loss }: Quality,
): Promise<{ close(): Promise<void> }> {
  const [around, carrying] = [`${host}o`, `${host}p`];
  for (const name of [around, carrying]) await ip("netns", "add", name);
  const inAround = (...args: string[]) => ip("-n", around, ...args);
  const larger = ["mtu", "1600"]; // a packet and what the tunnel puts around it
  const peer = ["type", "veth", "peer", "name", "x0", "netns", carrying];
  await inAround("link", "add", "x0", ...larger, ...peer);
  for (const [name, address] of [
    [around, outside],
    [carrying, carrier],
  ] as const) {
    await ip("-n", name, "addr", "add", `${address}/24`, "dev", "x0");
    await ip("-n", name, "link", "set", "x0", ...larger, "up");
  }
  for (const [name, port] of [
    ["near", ports.near],
    ["far", ports.far],
  ] as const) {
    await inAround(...tunnel(name, port));
    await inAround("link", "set", name, "gso_max_segs", "1"); // packets as a line has them
  }
  const program = join(import.meta.dirname, "line-program.ts");
  const told = [outside, delay, loss, ports.near, ports.far].map(String);
  const args = ["netns", "exec", carrying, process.execPath, program, ...told];
  const child = spawn("ip", args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
  if (child.exitCode !== null) throw new Error("nothing carries the packets of the line");
  await inAround("link", "set", "near", "netns", host, "name", "e0");
  await inAround("link", "set", "far", "netns", String(process.pid), "name", cable);
  return {
    close: async () => {
      child.kill("SIGTERM");
      await ended;
      for (const name of [around, carrying]) await ip("netns", "del", name);
    },
  };
}
