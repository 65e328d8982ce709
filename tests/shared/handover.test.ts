import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { formerKey, handOver, leadsTo } from "../../shared/handover.ts";
import type { Hash } from "../../shared/words/ids.ts";

interface Key {
  readonly pem: string;
  readonly hash: Hash;
}
function newKey(): Key {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  return { pem, hash: formerKey(handOver(pem, "0".repeat(64) as Hash)) };
}
const [first, second, third, stranger] = [newKey(), newKey(), newKey(), newKey()] as const;
const passedOn = [handOver(first.pem, second.hash), handOver(second.pem, third.hash)];

test("who knows an old key is led to the one in use, over every key between", () => {
  expect(leadsTo(passedOn, first.hash, third.hash)).toBe(true);
  expect(leadsTo(passedOn, second.hash, third.hash)).toBe(true);
  expect(leadsTo(passedOn, first.hash.slice(0, 20), third.hash)).toBe(true);
});

test("nobody is led back, to a stranger, or by a stranger", () => {
  expect(leadsTo(passedOn, third.hash, first.hash)).toBe(false);
  expect(leadsTo(passedOn, first.hash, stranger.hash)).toBe(false);
  const strangers = [handOver(stranger.pem, third.hash)];
  expect(leadsTo(strangers, first.hash, third.hash)).toBe(false);
});

test("a signature stands for one key only, and what is no key hands nothing over", () => {
  const [genuine] = passedOn as [(typeof passedOn)[0], ...typeof passedOn];
  expect(leadsTo([{ ...genuine, to: stranger.hash }], first.hash, stranger.hash)).toBe(false);
  expect(leadsTo([{ ...genuine, signature: "AAAA" }], first.hash, second.hash)).toBe(false);
  const noKey = { ...genuine, from: "AAAA" };
  expect(leadsTo([noKey], formerKey(noKey), second.hash)).toBe(false);
});

test("hand-overs that lead in a circle end", () => {
  const circle = [...passedOn, handOver(third.pem, first.hash)];
  expect(leadsTo(circle, first.hash, third.hash)).toBe(true);
  expect(leadsTo(circle, first.hash, stranger.hash)).toBe(false);
});
