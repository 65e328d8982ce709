import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readIdentities } from "../../cli/workstation/identity.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { takeOver } from "../../cli/workstation/joined/taking-over.ts";
import { openEmbedded } from "../../daemon/main.ts";
import {
  comeBackWith,
  giveReturn,
  type Lan,
  logAt,
  openKnowing,
  openLan,
  type Station,
  titlesIn,
} from "../support/lan.ts";
import { testOptions } from "../support/office.ts";

let lan: Lan;
const opened = new Map<Station, JoinedConnection>();

async function open(station: Station): Promise<JoinedConnection> {
  const joined = await openKnowing(station, () => lan.daemon.port);
  opened.set(station, joined);
  return joined;
}
async function connect(station: Station): Promise<JoinedConnection> {
  const joined = await open(station);
  await expect.poll(() => joined.live.current().connected, { timeout: 10_000 }).toBe(true);
  return joined;
}
async function close(station: Station): Promise<void> {
  await opened.get(station)?.close();
  opened.delete(station);
}
const ledgerAtTheOffice = () => lan.daemon.office.intake.ledger();
const isWhole = (joined: JoinedConnection) => () => {
  const { ledger, waiting } = joined.live.current();
  return waiting === 0 && ledger.hash === ledgerAtTheOffice().hash;
};
const whole = (joined: JoinedConnection) =>
  expect.poll(isWhole(joined), { timeout: 10_000 }).toBe(true);

/** As the command does it, once the office machine could not be found. */
const takeOverAt = ({ folder, identity }: Station) =>
  takeOver(folder, [identity], ({ token }) => openEmbedded(folder, token, testOptions));

beforeEach(async () => {
  lan = await openLan();
});
afterEach(async () => {
  for (const station of [...opened.keys()]) await close(station);
  await lan.close();
});

test("an admin's workstation becomes the office: what waits follows, and what it lacked comes back", async () => {
  const deputy = await lan.join(await lan.invite("副管理员", "admin"));
  const clerk = await lan.join(await lan.invite("王芳"));
  const atDeputy = await connect(deputy);
  await logAt(deputy, atDeputy, "两边都有的");
  await whole(atDeputy);
  await close(deputy);
  const atClerk = await connect(clerk);
  await logAt(clerk, atClerk, "只有王芳和办公电脑有的");
  await whole(atClerk);
  const { port } = lan.daemon;
  await lan.close(); // and nobody ever sees that machine again
  await logAt(clerk, atClerk, "王芳还没送出的");
  await close(clerk);
  const alone = await openKnowing(deputy, () => port);
  await logAt(deputy, alone, "副管理员还没送出的");
  await alone.close();

  const { followed } = await takeOverAt(deputy);
  expect(followed).toBe(1);
  const [identity] = await readIdentities(deputy.folder);
  expect(identity?.daemon).toBeUndefined();
  lan = await openLan(0, { folder: deputy.folder, admin: deputy.identity });
  expect(titlesIn(ledgerAtTheOffice())).toEqual(["两边都有的", "副管理员还没送出的"].sort());
  const [returned] = await comeBackWith(clerk.folder, await giveReturn(lan));
  expect(returned?.identity.id).toBe(clerk.identity.id);
  await whole(await connect(clerk));
  expect(titlesIn(ledgerAtTheOffice())).toEqual(
    ["两边都有的", "副管理员还没送出的", "只有王芳和办公电脑有的", "王芳还没送出的"].sort(),
  );
});

test("broken off after the copy it is simply done again, and nothing is recorded twice", async () => {
  const deputy = await lan.join(await lan.invite("副管理员", "admin"));
  const joined = await connect(deputy);
  await whole(joined);
  await lan.close();
  await logAt(deputy, joined, "还没送出的");
  await close(deputy);
  const { folder, identity } = deputy;
  const cutOff = takeOver(folder, [identity], async ({ token }) => {
    const connection = await openEmbedded(folder, token, testOptions);
    const push: typeof connection.push = async (...given) => {
      await connection.push(...given);
      throw new Error("the power is gone");
    };
    return { ...connection, push };
  });
  await expect(cutOff).rejects.toThrow("the power is gone");
  await takeOverAt(deputy);
  lan = await openLan(0, { folder, admin: identity });
  expect(titlesIn(ledgerAtTheOffice())).toEqual(["还没送出的"]);
});

test("is for admins alone, and leaves the workstation of anybody else as it was", async () => {
  const clerk = await lan.join(await lan.invite("王芳"));
  await whole(await connect(clerk));
  await close(clerk);
  await expect(takeOverAt(clerk)).rejects.toMatchObject({
    name: "Refused",
    refusal: { reason: "role-required", role: "admin" },
  });
  expect(existsSync(join(clerk.folder, "journal"))).toBe(false);
  await whole(await connect(clerk));
});
