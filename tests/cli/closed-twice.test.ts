/** Two who close one period at almost the same time: the second is told who was first, and when. */
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closePeriod } from "../../cli/commands/period-locks.ts";
import { outputTo } from "../../cli/printing/output.ts";
import type { Session } from "../../cli/session.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import { openWorkstation, type Workstation } from "../../cli/workstation/workstation.ts";
import { instantOf } from "../../shared/words/dates.ts";
import type { PeriodId } from "../../shared/words/period.ts";
import { type Lan, openLan, openStation } from "../support/lan.ts";
import { writerOf } from "../support/office.ts";
import { program, run } from "../support/program.ts";
import { openTerminal } from "../support/terminal.ts";

let lan: Lan;
const period = "2022-H1" as PeriodId;

beforeEach(async () => {
  lan = await openLan(0, undefined, () => instantOf(new Date())); // the programs' own clock
});
afterEach(() => lan.close());

const acts = () => lan.daemon.office.intake.ledger().periods.get(period)?.acts ?? [];
const nameOfAdmin = () =>
  lan.daemon.office.intake.ledger().members.get(lan.admin.member)?.name ?? "";
const closeAtTheOffice = async () => {
  const closing = writerOf(lan.daemon.office, lan.admin).write(() => ({
    type: "period-closed",
    period,
  }));
  await lan.daemon.office.intake.accept(lan.admin.id, [closing]);
};

/** The command, at a workstation at which something happens right before it hands in. */
async function close(workstation: Workstation, before: () => Promise<void>) {
  const said = { out: "", err: "" };
  const to = (name: "out" | "err") =>
    new Writable({
      write: (chunk, _, done) => {
        said[name] += chunk;
        done();
      },
    });
  const submit: Workstation["submit"] = async (...handed) => {
    await before();
    return workstation.submit(...handed);
  };
  const session: Session = {
    wording: wordingIn("zh"),
    out: outputTo(to("out"), to("err"), false),
    now: () => new Date(),
    folder: lan.folder,
    as: undefined,
    plain: false,
    workstation: async () => ({ ...workstation, submit }),
    daemonProgram: () => Promise.reject(new Error("not asked for")),
  };
  await closePeriod(session, period, {});
  return said;
}

test("the command says so, from a workstation that could not know yet; from one that could, it is refused", async () => {
  const station = await lan.join(await lan.invite("李敏", "leader"));
  const joined = await openStation(station, () => lan.way);
  await expect.poll(() => joined.live.current().connected).toBe(true);
  const { folder, identity } = station;
  const workstation = openWorkstation(folder, identity, joined, () => new Date());
  const said = await close(workstation, closeAtTheOffice);
  const when = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;
  expect(said.out).toMatch(
    new RegExp(`^2022-H1 已由${nameOfAdmin()}在 ${when} 先归档，以那次为准，这次不起作用\n$`),
  );
  expect(acts()).toMatchObject([
    { by: lan.admin.member },
    { by: identity.member, forestalled: true },
  ]);
  await joined.close();

  const again = await run(["--office", folder, "period", "close", period]);
  expect(again).toMatchObject({ code: 3, out: "" });
  expect(again.err).toMatch(new RegExp(`2022-H1 已由${nameOfAdmin()}在 ${when} 归档`));
  expect(acts()).toHaveLength(2);
});

test("the screen says so as soon as it hears of it, where the daemon was away", async () => {
  const station = await lan.join(await lan.invite("李敏", "leader"));
  const args = [program, "--office", station.folder, "--lang", "zh"];
  const terminal = openTerminal(process.execPath, args, {}, { columns: 100, rows: 30 });
  await terminal.sees("已连接");
  terminal.type("P");
  await terminal.sees("↑ ↓ 换种类");
  terminal.type("2022年上半年\r");
  await terminal.sees("2022-H1");
  terminal.type("6");
  await terminal.sees("2022-H1  进行中");
  const { port } = lan.daemon;
  await lan.close();
  await terminal.sees("未连上办公电脑");
  terminal.type("c");
  await terminal.sees("归档 2022-H1？");
  terminal.type("y");
  await terminal.sees("2022-H1 已归档");
  const closed = await run(["--office", lan.folder, "period", "close", period]);
  expect(closed).toMatchObject({ code: 0 });
  lan = await openLan(port, { folder: lan.folder, admin: lan.admin });
  await terminal.sees(/2022-H1 已由.+在 \d{4}-\d\d-\d\d \d\d:\d\d 先归档，以那次为准/);
  expect(acts()).toMatchObject([{ by: lan.admin.member }, { forestalled: true }]);
});
