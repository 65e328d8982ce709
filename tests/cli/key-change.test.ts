import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jsonOf } from "../../cli/workstation/answers.ts";
import { readIdentities } from "../../cli/workstation/identity.ts";
import { draftsOf, type Returned } from "../../cli/workstation/joined/coming-back.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { askerOn } from "../../cli/workstation/way.ts";
import { openWorkstation } from "../../cli/workstation/workstation.ts";
import { renewKey } from "../../daemon/main.ts";
import { hashOperation, hashText } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { instantOf } from "../../shared/words/dates.ts";
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
import { testNow, writerOf } from "../support/office.ts";

let lan: Lan;
const opened: JoinedConnection[] = [];

async function openAt(station: Station): Promise<JoinedConnection> {
  const joined = await openKnowing(station, () => lan.daemon.port);
  opened.push(joined);
  return joined;
}
const close = async (joined: JoinedConnection) => {
  opened.splice(opened.indexOf(joined), 1);
  await joined.close();
};
const titlesAtTheOffice = () => titlesIn(lan.daemon.office.intake.ledger());
const stateOf = (joined: JoinedConnection) => joined.live.current();
const isConnected = (joined: JoinedConnection) =>
  expect.poll(() => stateOf(joined).connected, { timeout: 10_000 }).toBe(true);
const nothingWaits = (joined: JoinedConnection) =>
  expect.poll(() => stateOf(joined).waiting, { timeout: 10_000 }).toBe(0);

async function serveAgain(): Promise<void> {
  lan = await openLan(0, { folder: lan.folder, admin: lan.admin });
}

beforeEach(async () => {
  lan = await openLan();
});
afterEach(async () => {
  for (const joined of opened.splice(0)) await joined.close();
  await lan.close();
});

describe("a daemon whose key was renewed", () => {
  test("is followed by workstations that know an older key, however often it was renewed", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    const { key } = lan.daemon;
    await lan.close();
    await renewKey(lan.folder, true, 0);
    const last = await renewKey(lan.folder, true, 0);
    await serveAgain();
    expect(lan.daemon.key).toBe(last);
    expect(lan.daemon.key).not.toBe(key);
    const joined = await openAt(station);
    await isConnected(joined);
    await logAt(station, joined, "换密钥以后");
    await nothingWaits(joined);
    expect(titlesAtTheOffice()).toEqual(["换密钥以后"]);
    await expect
      .poll(async () => (await readIdentities(station.folder))[0]?.daemon?.key)
      .toBe(lan.daemon.key); // the next start knows it
  });

  test("is joined with an invitation that was given out before", async () => {
    const invitation = await lan.invite("王芳");
    await lan.close();
    await renewKey(lan.folder, true, 0);
    await serveAgain();
    const { identity } = await lan.join({ ...invitation, port: lan.daemon.port });
    expect(identity.daemon?.key).toBe(lan.daemon.key);
  });

  test("is no pretext for another machine: what it says of hand-overs must lead to its own key", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    await lan.close();
    await renewKey(lan.folder, true, 0);
    const real = lan;
    lan = await openLan(); // another office, with the hand-overs of this one beside its own key
    await lan.close();
    await cp(join(real.folder, "tls", "handovers.json"), join(lan.folder, "tls", "handovers.json"));
    await serveAgain();
    const joined = await openAt(station);
    await expect.poll(() => stateOf(joined).problem?.code).toBe("wrong-key");
    expect(stateOf(joined).connected).toBe(false);
  });

  test("is not followed where the old key is known to others, though it was handed over before", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    await lan.close();
    await renewKey(lan.folder, true, 0);
    await renewKey(lan.folder, false, 0);
    await serveAgain();
    const joined = await openAt(station);
    await expect.poll(() => stateOf(joined).problem?.code).toBe("wrong-key");
  });

  test("is not renewed while it runs", async () => {
    await expect(renewKey(lan.folder, true, 0)).rejects.toMatchObject({ name: "LockHeld" });
  });
});

describe("a workstation that comes back", () => {
  test("stays what it is where the daemon has another key that nobody handed over", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    const first = await openAt(station);
    await isConnected(first);
    await close(first);
    await lan.close();
    await rm(join(lan.folder, "tls"), { recursive: true }); // lost, or known to somebody else
    await serveAgain();
    const away = await openAt(station);
    await expect.poll(() => stateOf(away).problem?.code).toBe("wrong-key");
    await logAt(station, away, "换机期间记的");
    await close(away);

    const [returned] = await comeBackWith(station.folder, await giveReturn(lan));
    expect(returned?.identity.id).toBe(station.identity.id);
    expect(returned?.handedBack).toBeUndefined();
    const joined = await openAt(station);
    await isConnected(joined);
    await nothingWaits(joined);
    expect(titlesAtTheOffice()).toEqual(["换机期间记的"]);
  });

  test("hands back what the office lost, its own joining too, and sends what waited", async () => {
    const backup = `${lan.folder}-backup`;
    await lan.close();
    await cp(lan.folder, backup, { recursive: true });
    await serveAgain();
    const station = await lan.join(await lan.invite("王芳"));
    const before = await openAt(station);
    await isConnected(before);
    await logAt(station, before, "备份以后记的");
    await nothingWaits(before);
    const { hash } = lan.daemon.office.intake.ledger();
    await lan.close();
    await logAt(station, before, "办公电脑坏了时记的");
    await close(before);
    await rm(lan.folder, { recursive: true });
    await rename(backup, lan.folder);
    await serveAgain();
    expect(titlesAtTheOffice()).toEqual([]);

    const [returned] = await comeBackWith(station.folder, await giveReturn(lan));
    expect(returned?.identity.id).toBe(station.identity.id);
    expect(returned?.handedBack?.recorded).toBeGreaterThan(0);
    expect(lan.daemon.office.intake.ledger().hash).toBe(hash); // as it was, to the last line
    const joined = await openAt(station);
    await isConnected(joined);
    const workstation = openWorkstation(station.folder, station.identity, joined, () => new Date());
    await workstation.submit(draftsOf(returned as Returned));
    await nothingWaits(joined);
    expect(titlesAtTheOffice()).toEqual(["办公电脑坏了时记的", "备份以后记的"].sort());
  });

  test("is not let in where it was revoked, and not at another office", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    const joined = await openAt(station);
    await isConnected(joined);
    await close(joined);
    const { office } = lan.daemon;
    const revoking = writerOf(office, lan.admin).write(() => ({
      type: "workstation-revoked",
      workstation: station.identity.id,
    }));
    const signature = vouch(lan.admin.privateKey, revoking.id, hashOperation(revoking));
    await office.intake.accept(lan.admin.id, [revoking], signature);
    expect(await comeBackWith(station.folder, await giveReturn(lan))).toEqual([]);
    await lan.close();
    lan = await openLan();
    expect(await comeBackWith(station.folder, await giveReturn(lan))).toEqual([]);
  });

  test("needs a word of the admin's that is not too old, and that opens nothing else", async () => {
    const station = await lan.join(await lan.invite("王芳"));
    const { token } = await giveReturn(lan);
    const asker = askerOn(lan.way);
    const ask = async (path: string, body: object, bearer?: string) => {
      const headers = bearer ? { authorization: `Bearer ${bearer}` } : {};
      const answer = await asker.ask(path, { method: "POST", body, headers });
      return [answer.statusCode, JSON.stringify(await jsonOf(answer))];
    };
    expect(await ask("/return/past", { token, seq: 1 })).toMatchObject([200, expect.any(String)]);
    expect(await ask("/join/invited", { token })).toMatchObject([403, expect.any(String)]);
    expect(await ask("/v1/operations", { operations: [{}] }, token)).toMatchObject([
      401,
      expect.any(String),
    ]);
    const guess = { token: "0".repeat(20), seq: 1 };
    expect(await ask("/return/past", guess)).toMatchObject([403, expect.any(String)]);
    const staff = await ask(
      "/v1/access/return",
      { tokenHash: hashText("x") },
      station.identity.token,
    );
    expect(staff).toMatchObject([403, expect.any(String)]);
    asker.close();
    const later = instantOf(new Date(Date.parse(testNow()) + 31 * 60_000));
    expect(lan.daemon.office.access.mayReturn(hashText(token), testNow())).toBe(true);
    expect(lan.daemon.office.access.mayReturn(hashText(token), later)).toBe(false);
  });
});
