/** What is seen: the first frame with real tallies, and a key in a list of 10,000 rows. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import { beginOffice } from "../../cli/workstation/beginning.ts";
import { grantOf, keepIdentity } from "../../cli/workstation/identity.ts";
import { createOffice } from "../../daemon/main.ts";
import { openOffice } from "../../daemon/office.ts";
import { testEpoch, testOptions, writerOf } from "../support/office.ts";
import { smallProfile } from "../support/profile.ts";
import { bundleScreen } from "./bundle.ts";
import { median, tell } from "./figures.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");
const down = "\u001b[B";

/** A program on a terminal of 100 by 30; time runs from its start. */
function open(args: readonly string[]) {
  const start = performance.now();
  const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", TAIZHANG_LANG: "zh" };
  const pty = spawn(process.execPath, [...args], {
    name: "xterm-256color",
    cols: 100,
    rows: 30,
    env,
  });
  let text = "";
  let told = () => {};
  pty.onData((data) => {
    text += data;
    told();
  });
  const ended = new Promise<void>((resolve) => pty.onExit(() => resolve()));
  void ended.then(() => {
    if (!closed) throw new Error(`${args.join(" ")} ended with this on its screen: ${text}`);
  });
  let closed = false;
  return {
    sees: (word: string) =>
      new Promise<number>((resolve) => {
        const look = () => text.includes(word) && resolve(performance.now() - start);
        told = look;
        look();
      }),
    /** From a key to what it changes on the screen. */
    press: (key: string) =>
      new Promise<number>((resolve) => {
        const pressed = performance.now();
        told = () => resolve(performance.now() - pressed);
        pty.write(key);
      }),
    type: (key: string) => pty.write(key),
    close: () => {
      closed = true;
      pty.kill("SIGKILL");
      return ended;
    },
  };
}

/** An office with 10,000 open problems. */
async function officeOfProblems(folder: string): Promise<string> {
  const office = join(folder, "office");
  const profile = { text: "{}", profile: smallProfile };
  const { identity, operations } = beginOffice(
    { name: "管理员", duties: [] },
    profile,
    testEpoch,
    new Date(0),
  );
  const prepared = () => keepIdentity(office, identity);
  await createOffice(
    office,
    { operations, grant: grantOf(identity), profileText: "{}", prepared },
    testOptions,
  );
  const opened = await openOffice(office, testOptions);
  const writer = writerOf(opened, identity);
  for (let at = 0; at < 20; at++) {
    const raised = Array.from({ length: 500 }, (_, n) =>
      writer.write((_id, id) => ({
        type: "problem-raised",
        problem: { id, title: `第 ${at * 500 + n} 处破损`, on: "2022-03-01", level: "ordinary" },
      })),
    );
    await opened.intake.accept(identity.id, raised);
  }
  await opened.close();
  return office;
}

export async function benchScreen(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const peer = await bundleScreen(join(import.meta.dirname, "peers", "ink-list.tsx"), folder);
  const office = await officeOfProblems(folder);
  spawnSync(process.execPath, [program, "demo", "--plain", "--out", join(folder, "demo")]);
  const sample = [program, "--office", join(folder, "demo", "office")];
  const runs = quick ? 3 : 11;
  const frames = { ours: [] as number[], ink: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    for (const [name, args, word] of [
      ["ours", sample, "最近记入"],
      ["ink", [peer], "第 0 行"],
    ] as const) {
      const screen = open(args);
      const time = await screen.sees(word);
      if (run > 0) frames[name].push(time);
      await screen.close();
    }
  }
  const told = (figure: string, value: number, limit: number, aim: string, count: number) =>
    tell({
      figure,
      unit: "ms",
      value,
      beside: { "the same by Ink alone, bundled": limit },
      ratio: value / limit,
      aim,
      runs: count,
    });
  told(
    "first frame with real tallies",
    median(frames.ours),
    median(frames.ink),
    "at most 1.3",
    runs,
  );

  const keys = quick ? 30 : 150;
  const measure = async (screen: ReturnType<typeof open>) => {
    const times: number[] = [];
    for (let at = 0; at < keys; at++) {
      times.push(await screen.press(down));
      await new Promise((resolve) => setTimeout(resolve, 40)); // a person's pace; not measured
    }
    await screen.close();
    return median(times);
  };
  const ours = open([program, "--office", office]);
  await ours.sees("最近记入");
  ours.type("5");
  await ours.sees("处破损");
  const ink = open([peer]);
  await ink.sees("第 0 行");
  told(
    "key to frame, 10,000 rows, p50",
    await measure(ours),
    await measure(ink),
    "at most 1.2",
    keys,
  );
  await rm(folder, { recursive: true, force: true });
}
