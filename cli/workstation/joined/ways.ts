/**
 * Finding the daemon: the addresses it had, then whoever announces itself on the network. Which of
 * them it is, its key says and nothing else.
 */
import type { Invitation } from "../../../shared/invitation.ts";
import { Hash } from "../../../shared/words/ids.ts";
import { type Identity, keepIdentity } from "../identity.ts";
import type { Way } from "../way.ts";

/** How long to listen for announcements, in milliseconds. */
const listenFor = 3_000;
const addressesKept = 5;

/** @param signal ends the search */
export async function* waysTo({ daemon }: Identity, signal: AbortSignal): AsyncIterable<Way> {
  if (!daemon) return;
  const { key, addresses, port } = daemon;
  for (const host of addresses) yield { host, port, key };
  const { discover } = await import("./discovery.ts");
  for await (const { host, port: announced } of discover(key, listenFor, signal)) {
    yield { host, port: announced, key };
  }
}

/** Where whoever invited may be: what the person says first, then what the invitation says. */
export async function* waysIn(
  { addresses, port, key }: Invitation,
  typed: readonly string[],
): AsyncIterable<Way> {
  for (const address of typed) yield { ...readAddress(address, port), key };
  for (const host of addresses) yield { host, port, key };
  const { discover } = await import("./discovery.ts");
  for await (const { host, port: announced } of discover(key, listenFor)) {
    yield { host, port: announced, key };
  }
}

/** `192.168.1.10`, a name, or either with a port behind a colon; `[fe80::1]:8710`. */
function readAddress(text: string, usual: number): Pick<Way, "host" | "port"> {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
  return port === undefined
    ? { host: text, port: usual }
    : { host: bracketed ?? plain ?? text, port: Number(port) };
}

/** The next start asks first where the daemon was found last. @returns the identity as it is kept */
export async function rememberWay(office: string, identity: Identity, way: Way): Promise<Identity> {
  const { daemon } = identity;
  const { host, port } = way;
  if (!daemon) return identity;
  const key = Hash.parse(way.key ?? daemon.key); // another one after it was handed over
  if (daemon.addresses[0] === host && daemon.port === port && daemon.key === key) return identity;
  const others = daemon.addresses.filter((address) => address !== host);
  const addresses = [host, ...others].slice(0, addressesKept);
  const kept = { ...identity, daemon: { ...daemon, key, addresses, port } };
  await keepIdentity(office, kept);
  return kept;
}
