/**
 * Asking around for a daemon whose key, or one it had before, begins like this. Whoever answers may
 * lie: the connection compares the key itself.
 */
import { networkInterfaces } from "node:os";
import { Bonjour, type Service } from "bonjour-service";
import { mdnsType } from "../../../shared/wire.ts";

export interface Found {
  readonly host: string;
  readonly port: number;
}

/**
 * @param within how long to listen, in milliseconds
 * @param signal ends it before
 */
export async function* discover(
  key: string,
  within: number,
  signal?: AbortSignal,
): AsyncIterable<Found> {
  const found: Found[] = [];
  const seen = new Set<string>();
  let wake = () => {};
  const take = (service: Service) => {
    const said = String(service.txt?.key ?? "");
    if (!said.split(",").some((known) => isBeginning(known, key))) return;
    for (const host of service.addresses ?? []) {
      if (!/^\d+(\.\d+){3}$/.test(host) || seen.has(host)) continue;
      seen.add(host);
      found.push({ host, port: service.port });
    }
    wake();
  };
  const all = addressesHere().map((address) => {
    const options = { interface: address, bind: "0.0.0.0" } as object;
    const bonjour = new Bonjour(options, () => undefined);
    bonjour.find({ type: mdnsType }, take);
    return bonjour;
  });
  const until = performance.now() + within;
  signal?.addEventListener("abort", () => wake());
  try {
    for (;;) {
      const next = found.shift();
      if (next) yield next;
      else {
        const left = until - performance.now();
        if (left <= 0 || signal?.aborted) return;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    for (const bonjour of all) bonjour.destroy();
  }
}

const isBeginning = (known: string, key: string): boolean =>
  known.length >= 20 && key.startsWith(known.slice(0, key.length));

const addressesHere = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
