import { expect, test } from "vitest";
import { reach } from "../../cli/workstation/joined/reaching.ts";
import { waysIn } from "../../cli/workstation/joined/ways.ts";
import { nowhere, Unreachable, WrongKey } from "../../shared/connection.ts";

async function* waysTo(...hosts: string[]) {
  for (const host of hosts) yield { host, port: 1 };
}

test("all addresses at which nobody answered are told", async () => {
  const reaching = reach(waysTo("a", "b", "a"), async ({ host }) => {
    throw new Unreachable(host);
  });
  await expect(reaching).rejects.toMatchObject({ name: "Unreachable", address: "a, b" });
});

test("a machine with another key is told before all that are silent", async () => {
  const reaching = reach(waysTo("a", "b", "c"), async ({ host }) => {
    throw host === "b" ? new WrongKey(host, "0") : new Unreachable(host);
  });
  await expect(reaching).rejects.toMatchObject({ name: "WrongKey", address: "b" });
});

test("without an address nothing was found", async () => {
  await expect(reach(waysTo(), async () => 0)).rejects.toMatchObject({ address: nowhere });
});

test.each([
  ["192.168.1.10", "192.168.1.10", 8710],
  ["192.168.1.10:9000", "192.168.1.10", 9000],
  ["office-pc:9000", "office-pc", 9000],
  ["fe80::1", "fe80::1", 8710],
  ["[fe80::1]:9000", "fe80::1", 9000],
])("the address %s is taken as a person means it", async (typed, host, port) => {
  const invitation = { to: "join", port: 8710, key: "k", token: "t", addresses: [] } as const;
  for await (const way of waysIn(invitation, [typed])) {
    expect(way).toEqual({ host, port, key: "k" });
    return;
  }
});
