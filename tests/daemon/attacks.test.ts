import { type AddressInfo, connect as connectPlain } from "node:net";
import { connect as connectTls, createServer as createTlsServer } from "node:tls";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jsonOf } from "../../cli/workstation/answers.ts";
import { createIdentity, type Identity, newWorkstationId } from "../../cli/workstation/identity.ts";
import { askerOn } from "../../cli/workstation/way.ts";
import { openCertificate } from "../../daemon/certificate.ts";
import { createApp } from "../../daemon/http/app.ts";
import { RequestFailed, WrongKey } from "../../shared/connection.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { type Instant, instantOf } from "../../shared/words/dates.ts";
import { emptyFolder } from "../support/folder.ts";
import { type Lan, openLan } from "../support/lan.ts";
import { addMember, makeOffice, testNow, Writer, writerOf } from "../support/office.ts";

let lan: Lan;
let clock: (() => Instant) | undefined;
beforeEach(async () => {
  clock = undefined;
  lan = await openLan(0, undefined, () => clock?.() ?? testNow());
});
afterEach(() => lan.close());

/** Status and error code of one request, with a token where one is given. */
async function ask(path: string, body?: unknown, token?: string) {
  const asker = askerOn(lan.way);
  try {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const response = await asker.ask(path, body ? { method: "POST", body, headers } : { headers });
    const value = (await jsonOf(response)) as { error?: { code: string } };
    return { status: response.statusCode, code: value?.error?.code, value, response };
  } finally {
    asker.close();
  }
}

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return "let in";
  } catch (error) {
    if (error instanceof RequestFailed) return error.error.code;
    throw error;
  }
};

const push = (identity: Identity, operation: ReturnType<Writer["meeting"]>, signature?: string) =>
  ask("/v1/operations", { operations: [operation], signature }, identity.token);

describe("the line", () => {
  test("another key than the expected one is noticed before a byte of a request is sent", async () => {
    const { key, certificate: cert } = await openCertificate(await emptyFolder());
    let heard = "";
    const impostor = createTlsServer({ key, cert }, (socket) => {
      socket.on("data", (piece) => {
        heard += piece.toString("latin1");
      });
      socket.on("error", () => undefined);
    });
    await new Promise<void>((resolve) => impostor.listen(0, "127.0.0.1", resolve));
    const { port } = impostor.address() as AddressInfo;
    const asker = askerOn({ host: "127.0.0.1", port, key: lan.way.key });
    const headers = { authorization: "Bearer secret" };
    await expect(asker.ask("/v1/profile", { headers })).rejects.toBeInstanceOf(WrongKey);
    asker.close();
    await new Promise((resolve) => impostor.close(resolve));
    expect(heard).toBe("");
  });

  test("a key that is only said in part must be long enough", async () => {
    const asker = askerOn({ ...lan.way, key: lan.way.key?.slice(0, 8) });
    await expect(asker.ask("/health")).rejects.toBeInstanceOf(WrongKey);
    asker.close();
  });

  test("plain HTTP gets no word, and neither does TLS before 1.3", async () => {
    const heard = await new Promise<string>((resolve) => {
      const socket = connectPlain(lan.daemon.port, "127.0.0.1");
      let text = "";
      socket.on("data", (piece) => {
        text += piece.toString("latin1");
      });
      socket.once("close", () => resolve(text));
      socket.once("error", () => resolve(text));
      socket.write("GET /health HTTP/1.1\r\nhost: x\r\n\r\n");
    });
    expect(heard).not.toContain("taizhang");
    const old = await new Promise<string>((resolve) => {
      const socket = connectTls({
        port: lan.daemon.port,
        host: "127.0.0.1",
        rejectUnauthorized: false,
        maxVersion: "TLSv1.2",
      });
      socket.once("secureConnect", () => resolve("connected"));
      socket.once("error", () => resolve("refused"));
    });
    expect(old).toBe("refused");
  });

  test("health says that there is a daemon, and which versions, and nothing else", async () => {
    const { status, value } = await ask("/health");
    expect([status, Object.keys(value).sort()]).toEqual([200, ["name", "version", "wire"]]);
  });

  test("headers without end are cut off", async () => {
    const asker = askerOn(lan.way);
    const headers = { "x-long": "x".repeat(64 * 1024) };
    const { statusCode } = await asker.ask("/health", { headers });
    asker.close();
    expect(statusCode).toBe(431);
  });
});

describe("joining", () => {
  test("an invitation lets one workstation in, once", async () => {
    const invitation = await lan.invite("王芳");
    const { identity } = await lan.join(invitation);
    expect((await ask("/v1/operations/next", undefined, identity.token)).status).toBe(200);
    expect(await codeOf(lan.join(invitation))).toBe("not-invited");
  });

  test("unknown, used, revoked and too old are one and the same answer", async () => {
    const used = await lan.invite("甲");
    await lan.join(used);
    const unknown = { ...used, token: "0".repeat(20) };
    const old = await lan.invite("乙");
    const answers: unknown[] = [];
    const later = Date.parse(testNow()) + 31 * 60_000;
    for (const { token } of [used, unknown])
      answers.push((await ask("/join/invited", { token })).value);
    clock = () => instantOf(new Date(later));
    answers.push((await ask("/join/invited", { token: old.token })).value);
    expect(answers).toEqual(answers.map(() => ({ error: { code: "not-invited" } })));
  });

  test("who guesses has to wait, also with a right invitation, and a right token is still heard", async () => {
    const invitation = await lan.invite("丙");
    const { identity } = await lan.join(await lan.invite("丁"));
    const now = testNow();
    clock = () => now;
    const codes: unknown[] = [];
    for (let at = 0; at < 11; at++) {
      codes.push((await ask("/join/invited", { token: `${at}`.padStart(20, "0") })).code);
    }
    expect(codes).toEqual([...Array(10).fill("not-invited"), "too-many-attempts"]);
    const { status, code, response } = await ask("/join/invited", { token: invitation.token });
    expect([status, code]).toEqual([429, "too-many-attempts"]);
    expect(Number(response.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask("/v1/profile", undefined, "x".repeat(43))).status).toBe(429);
    expect((await ask("/v1/profile", undefined, identity.token)).status).toBe(200);
  });

  test("with somebody else's first operation or signature nobody is let in", async () => {
    const { token } = await lan.invite("戊");
    const { value } = await ask("/join/invited", { token });
    const { member, epoch } = value as { member: never; epoch: string };
    const identity = createIdentity(newWorkstationId(), member, "");
    const writer = new Writer(identity);
    const joined = (fields: object) =>
      writer.write(() => ({ type: "workstation-joined", joined: fields }), {
        saw: { epoch, seq: 0 },
      });
    const { id, publicKey, privateKey } = identity;
    const invitation = hashOperation(token); // not the hash of the token itself
    const wrong = joined({ id, member, publicKey, invitation, tokenHash: invitation });
    const signature = vouch(privateKey, wrong.id, hashOperation(wrong));
    expect((await ask("/join", { token, operation: wrong, signature })).code).toBe("not-invited");
    const stranger = createIdentity(newWorkstationId(), member, "");
    const forged = vouch(stranger.privateKey, wrong.id, hashOperation(wrong));
    expect((await ask("/join", { token, operation: wrong, signature: forged })).code).toBe(
      "not-invited",
    );
    const { seq } = lan.daemon.office.intake.ledger();
    expect(lan.daemon.office.intake.ledger().workstations.size).toBe(1);
    expect(seq).toBe(5);
  });
});

describe("who is in", () => {
  test("nothing is taken that its workstation has not signed", async () => {
    const { identity } = await lan.join(await lan.invite("己"));
    const stranger = createIdentity(newWorkstationId(), identity.member, "");
    const writer = writerOf(lan.daemon.office, identity);
    const meeting = writer.meeting();
    const own = vouch(identity.privateKey, meeting.id, hashOperation(meeting));
    const others = vouch(stranger.privateKey, meeting.id, hashOperation(meeting));
    expect((await push(identity, meeting)).code).toBe("not-vouched");
    expect((await push(identity, meeting, others)).code).toBe("not-vouched");
    expect((await push(identity, { ...meeting, title: "改过" }, own)).code).toBe("not-vouched");
    expect((await push(identity, meeting, own)).status).toBe(200);
  });

  test("nobody writes in another's name", async () => {
    const { identity } = await lan.join(await lan.invite("庚"));
    const operation = writerOf(lan.daemon.office, lan.admin).meeting();
    const signature = vouch(identity.privateKey, operation.id, hashOperation(operation));
    expect((await push(identity, operation, signature)).code).toBe("not-yours");
  });

  test("a revoked workstation is out at its next request, and its stream ends", async () => {
    const { identity } = await lan.join(await lan.invite("辛"));
    const asker = askerOn(lan.way);
    const stream = await asker.ask("/v1/stream", {
      headers: { authorization: `Bearer ${identity.token}` },
    });
    expect(stream.statusCode).toBe(200);
    const writer = writerOf(lan.daemon.office, lan.admin);
    const revoked = writer.write(() => ({
      type: "workstation-revoked",
      workstation: identity.id,
    }));
    const signature = vouch(lan.admin.privateKey, revoked.id, hashOperation(revoked));
    await lan.daemon.office.intake.accept(lan.admin.id, [revoked], signature);
    for await (const _ of stream); // it ends
    asker.close();
    expect((await ask("/v1/profile", undefined, identity.token)).status).toBe(401);
  });

  test("answers and the daemon's own notes hold no token and no key", async () => {
    const invitation = await lan.invite("壬");
    const { identity } = await lan.join(invitation);
    const said = JSON.stringify([
      (await ask("/v1/profile", undefined, "wrong-token-wrong-token-wrong")).value,
      (await ask("/join/invited", { token: invitation.token })).value,
      (await push(identity, writerOf(lan.daemon.office, identity).meeting())).value,
      (await ask("/v1/operations?since=0", undefined, identity.token)).value,
      lan.complaints.map(String),
    ]);
    for (const secret of [invitation.token, identity.token, identity.privateKey, "wrong-token"]) {
      expect(said).not.toContain(secret);
    }
  });
});

test("before the first invitation, on one machine, nothing need be signed", async () => {
  const office = await makeOffice();
  const alone = await openLan(0, office);
  const member = await addMember(alone.daemon.office, office.admin, "同机", "staff");
  const operation = writerOf(alone.daemon.office, member).meeting();
  const asker = askerOn(alone.way);
  const headers = { authorization: `Bearer ${member.token}` };
  const body = { operations: [operation] };
  const response = await asker.ask("/v1/operations", { method: "POST", body, headers });
  expect([response.statusCode, await jsonOf(response)]).toMatchObject([
    200,
    { answers: [{ outcome: "recorded" }] },
  ]);
  asker.close();
  await alone.close();
});

test("one address that asks too fast has to wait, the others and this machine have not", async () => {
  const { office } = lan.daemon;
  let at = Date.UTC(2022, 5, 1);
  clock = () => instantOf(new Date(at));
  const options = { version: "0", instance: "test", complain: () => undefined };
  const app = createApp(office, options);
  const from = (remoteAddress: string) =>
    app.request("/health", {}, { incoming: { socket: { remoteAddress } } });
  for (let count = 0; count < 500; count++) expect((await from("10.0.0.7")).status).toBe(200);
  const refused = await from("10.0.0.7");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await from("10.0.0.8")).status).toBe(200);
  for (let count = 0; count < 600; count++) expect((await from("127.0.0.1")).status).toBe(200);
  at += 1_000;
  expect((await from("10.0.0.7")).status).toBe(200);
});
