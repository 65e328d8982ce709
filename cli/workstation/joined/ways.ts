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
  for (const host of [...typed, ...addresses]) yield { host, port, key };
  const { discover } = await import("./discovery.ts");
  for await (const { host, port: announced } of discover(key, listenFor)) {
    yield { host, port: announced, key };
  }
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
