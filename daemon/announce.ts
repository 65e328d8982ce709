/**
 * Saying on the network that a daemon is here, so that workstations find it when its address has
 * changed. Says the beginning of its key's hash and nothing of the office; who finds it compares
 * the key itself. Where the network knows no multicast, nobody hears it, and nothing else fails.
 */
import { networkInterfaces } from "node:os";
import { Bonjour } from "bonjour-service";
import { mdnsType, wireVersion } from "../shared/wire.ts";
import type { Hash } from "../shared/words/ids.ts";

export interface Announcement {
  close(): Promise<void>;
}

/** How often this machine's addresses are looked at, in milliseconds: cables are moved. */
const lookEvery = 5_000;

/** So many keys fit into one text of an announcement (255 bytes). */
const mostKeys = 10;

/** @param keys the daemon's key, then those it had before, the newest first */
export function announce(port: number, keys: readonly [Hash, ...Hash[]]): Announcement {
  let addresses = addressesHere();
  let speaking = speak(addresses, port, keys);
  const timer = setInterval(() => {
    const now = addressesHere();
    if (now.join() === addresses.join()) return;
    addresses = now;
    const before = speaking;
    speaking = speak(now, port, keys);
    void before.close();
  }, lookEvery);
  timer.unref();
  return {
    close: () => {
      clearInterval(timer);
      return speaking.close();
    },
  };
}

/** One for each interface: a single one answers on the system's default alone. */
function speak(
  addresses: readonly string[],
  port: number,
  keys: readonly [Hash, ...Hash[]],
): Announcement {
  const name = `taizhang ${keys[0].slice(0, 8)}`;
  const beginnings = keys.slice(0, mostKeys).map((key) => key.slice(0, 20));
  const txt = { key: beginnings.join(","), wire: String(wireVersion) };
  const all = addresses.map((address) => {
    const options = { interface: address, bind: "0.0.0.0" } as object;
    const bonjour = new Bonjour(options, () => undefined);
    bonjour.publish({ name, type: mdnsType, port, txt, probe: false });
    return bonjour;
  });
  const end = (bonjour: Bonjour) =>
    new Promise<void>((resolve) => {
      const done = () => {
        bonjour.destroy();
        resolve();
      };
      setTimeout(done, 500).unref(); // an address that is gone cannot say goodbye
      bonjour.unpublishAll(done);
    });
  return { close: async () => void (await Promise.all(all.map(end))) };
}

const addressesHere = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address)
    .sort();
