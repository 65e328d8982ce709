/** `device`: the workstations that write into this ledger. */
import { Failed } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { readLedger, type Session } from "../session.ts";
import { noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

export async function listDevices(session: Session) {
  const { wording, out } = session;
  const { ledger } = await readLedger(session);
  const { id: own } = await session.workstation();
  const rows = [...ledger.workstations]
    .sort(([, a], [, b]) => (a.joined ?? 0) - (b.joined ?? 0))
    .map(([id, { member, n, revoked }]) => {
      const name = (member && ledger.members.get(member)?.name) ?? "";
      return { id, name, operations: n, revoked: revoked !== undefined, own: id === own };
    });
  out.result(rows, () =>
    columns(
      rows.map(({ id, name, operations, revoked, own }) => [
        id,
        name,
        wording.say("device.operations", { count: operations }),
        revoked ? wording.say("device.is-revoked") : own ? wording.say("device.own") : "",
      ]),
    ),
  );
}

export async function revokeDevice(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const workstation = [...ledger.workstations.keys()].find((known) => known === id);
  if (!workstation) throw noRecord(session.wording, id, "workstation");
  if (workstation === (await session.workstation()).id) throw new Failed("device.not-own");
  await submit(session, [() => ({ type: "workstation-revoked", workstation })]);
  session.out.result({ id }, () => [session.wording.say("device.revoked", { id })]);
}
