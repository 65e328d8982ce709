/**
 * Several hosts on one machine, for real: network namespaces on a bridge, made with iproute2. Names
 * carry this process's number, and everything is taken away again.
 */
import { execFile, execFileSync, spawn } from "node:child_process";
import { promisify } from "node:util";
import { findLineMaker, openTunnel, type Quality, spoil } from "./line.ts";
import { program, type Run } from "./program.ts";

const run = promisify(execFile);

/** Why no hosts can be made here; undefined where they can. */
export function findObstacle(): string | undefined {
  try {
    const name = `tz${process.pid}try`;
    execFileSync("ip", ["netns", "add", name], { stdio: "ignore" });
    execFileSync("ip", ["netns", "del", name], { stdio: "ignore" });
    return undefined;
  } catch {
    return "network namespaces need iproute2 and the rights to make them";
  }
}

export interface Host {
  readonly name: string;
  address: string;
  /** The program, on this host. */
  run(args: readonly string[]): Promise<Run>;
  /** A program that stays; it is ended with the network. */
  start(args: readonly string[], ready: RegExp): Promise<{ stop(): Promise<void> }>;
  /** Any other command on this host. */
  command(name: string, ...args: string[]): Promise<unknown>;
  cut(): Promise<void>;
  plug(): Promise<void>;
  moveTo(address: string): Promise<void>;
}

export interface Network {
  /** @param line how bad its line to the others is; a good cable unless told */
  host(address: string, line?: Quality): Promise<Host>;
  close(): Promise<void>;
}

const env = { ...process.env, HOME: "/nonexistent", LANG: "zh_CN.UTF-8", NO_COLOR: "1" };

export async function openNetwork(): Promise<Network> {
  const tag = `tz${process.pid}`;
  const bridge = `${tag}b`;
  const hosts: string[] = [];
  const running: { stop(): Promise<void> }[] = [];
  const ip = (...args: string[]) => run("ip", args);
  const closing = ({ close }: { close(): Promise<void> }) => ({ stop: close });
  await ip("link", "add", bridge, "type", "bridge");
  await ip("link", "set", bridge, "up");
  return {
    host: async (first, line) => {
      const name = `${tag}h${hosts.length}`;
      const cable = `${tag}c${hosts.length}`;
      hosts.push(name);
      await ip("netns", "add", name);
      const maker = line && findLineMaker();
      if (line && maker === "tunnel") running.push(closing(await openTunnel(name, cable, line)));
      else await ip("link", "add", cable, "type", "veth", "peer", "name", "e0", "netns", name);
      await ip("link", "set", cable, "master", bridge, "up");
      if (line && maker !== "tunnel") await spoil(name, cable, line);
      const inside = (...args: string[]) => ip("-n", name, ...args);
      const give = (address: string) =>
        inside("addr", "add", `${address}/24`, "brd", "+", "dev", "e0");
      await give(first);
      await inside("link", "set", "e0", "up");
      await inside("link", "set", "lo", "up");
      await inside("route", "add", "default", "dev", "e0"); // multicast needs some way out
      const within = (args: readonly string[]) => [
        "netns",
        "exec",
        name,
        process.execPath,
        program,
        ...args,
      ];
      const host: Host = {
        name,
        address: first,
        run: async (args) => {
          try {
            const { stdout, stderr } = await run("ip", within(args), { env });
            return { code: 0, out: stdout, err: stderr };
          } catch (error) {
            const { code, stdout, stderr } = error as {
              code: number;
              stdout: string;
              stderr: string;
            };
            return { code, out: stdout, err: stderr };
          }
        },
        start: (args, ready) =>
          new Promise((resolve, reject) => {
            const child = spawn("ip", within(args), { env, stdio: ["ignore", "pipe", "pipe"] });
            let said = "";
            const ended = new Promise<void>((gone) => child.once("close", () => gone()));
            const stop = async () => {
              child.kill("SIGTERM");
              await ended;
            };
            running.push({ stop });
            const hear = (piece: Buffer) => {
              said += piece.toString();
              if (ready.test(said)) resolve({ stop });
            };
            child.stdout.on("data", hear);
            child.stderr.on("data", hear);
            child.once("close", () => reject(new Error(said)));
          }),
        command: (command, ...args) => run("ip", ["netns", "exec", name, command, ...args]),
        cut: async () => void (await ip("link", "set", cable, "down")),
        plug: async () => void (await ip("link", "set", cable, "up")),
        moveTo: async (address) => {
          await inside("addr", "del", `${host.address}/24`, "dev", "e0");
          await give(address);
          await inside("route", "replace", "default", "dev", "e0");
          host.address = address;
        },
      };
      return host;
    },
    close: async () => {
      for (const one of running) await one.stop();
      for (const name of hosts) await ip("netns", "del", name);
      await ip("link", "del", bridge);
    },
  };
}
