import fc from "fast-check";
import { expect, test } from "vitest";
import { type Invitation, invitationText, readInvitation } from "../../shared/invitation.ts";

const hexOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const anyInvitation: fc.Arbitrary<Invitation> = fc.record({
  to: fc.constantFrom("join" as const, "come-back" as const),
  key: hexOf(20),
  token: hexOf(20),
  port: fc.integer({ min: 1, max: 65_535 }),
  addresses: fc.array(fc.ipV4(), { maxLength: 3 }),
});
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

test("an invitation is read as it was written, however it was typed", () => {
  fc.assert(
    fc.property(anyInvitation, (invitation) => {
      const text = invitationText(invitation);
      expect(readInvitation(text)).toEqual(invitation);
      expect(readInvitation(` ${text.toLowerCase().replaceAll("-", " ")}\n`)).toEqual(invitation);
    }),
  );
});

test("one wrong character, one missing or two swapped are noticed by the string itself", () => {
  fc.assert(
    fc.property(anyInvitation, fc.nat(), fc.constantFrom(...letters), (invitation, at, letter) => {
      const text = invitationText(invitation).replaceAll("-", "");
      const place = at % text.length;
      const changed = text.slice(0, place) + letter + text.slice(place + 1);
      if (changed !== text) expect(readInvitation(changed)).toBeUndefined();
      expect(readInvitation(text.slice(0, place) + text.slice(place + 1))).toBeUndefined();
      const swapped = [...text];
      [swapped[place], swapped[place + 1]] = [swapped[place + 1] ?? "", swapped[place] ?? ""];
      if (swapped.join("") !== text) expect(readInvitation(swapped.join(""))).toBeUndefined();
    }),
  );
});

test("addresses that are no IPv4 are left out, and no more than three are carried", () => {
  const addresses = ["fe80::1", "10.0.0.1", "10.0.0.2", "office.local", "10.0.0.3", "10.0.0.4"];
  const invitation = {
    to: "join" as const,
    key: "0".repeat(20),
    token: "f".repeat(20),
    port: 8710,
    addresses,
  };
  expect(readInvitation(invitationText(invitation))?.addresses).toEqual([
    "10.0.0.1",
    "10.0.0.2",
    "10.0.0.3",
  ]);
});
