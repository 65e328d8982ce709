/** `undo`: one's own last step. */
import { Failed } from "../failure.ts";
import { readLedger, type Session } from "../session.ts";
import { findUndo } from "../workstation/undo.ts";
import { submit } from "./submitted.ts";

export async function undo(session: Session) {
  const { wording, out } = session;
  const { ledger } = await readLedger(session);
  const { connection, id } = await session.workstation();
  const undone = await findUndo(connection, ledger, id, wording.say("undo.reason"));
  if (undone.found === "nothing" || undone.found === "already") {
    throw new Failed(`undo.${undone.found}`);
  }
  const what = wording.say(`operation.${undone.type}`);
  if (undone.found !== "counters") throw new Failed(`undo.${undone.found}`, { what });
  const { bodies, undoes } = undone;
  await submit(
    session,
    bodies.map((body) => () => body),
    { saw: ledger.seq, undoes },
  );
  const { length: count } = bodies;
  out.result({ undone: undoes, count }, () => [
    count > 1 ? wording.say("undo.done-many", { what, count }) : wording.say("undo.done", { what }),
  ]);
}
