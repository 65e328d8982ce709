/**
 * Finding the daemon: the addresses it had, then whoever announces itself on the network. Which of
 * them it is, its key says and nothing else.
 */
import type { Invitation } from "../../../shared/invitation.ts";
import type { Identity } from "../identity.ts";
import { type Asker, askerOn } from "../way.ts";

export async function* waysTo({ daemon }: Identity): AsyncIterable<Asker> {
  if (!daemon) return;
  const { key, addresses, port } = daemon;
  for (const host of addresses) yield askerOn({ host, port, key });
}

/** Where whoever invited may be: what the person says first, then what the invitation says. */
export async function* hostsOf(
  { addresses }: Invitation,
  typed: readonly string[],
): AsyncIterable<string> {
  yield* typed;
  yield* addresses;
}
