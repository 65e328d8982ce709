import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sayLinkProblem } from "../../cli/printing/link-problem.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import { RequestFailed } from "../../shared/connection.ts";
import { emptyFolder } from "../support/folder.ts";
import { program, run } from "../support/program.ts";

/** A limit of the system on how long a file may get stands for a disk that is full. */
test.runIf(process.platform === "linux")(
  "a daemon whose disk is full says so once in its own window, and loses nothing it acknowledged",
  async () => {
    const folder = join(await emptyFolder(), "office");
    const at = ["--office", folder];
    await run([...at, "init", "--name", "青禾镇党委", "--admin", "王芳"]);
    const { size } = await stat(join(folder, "journal", "000000000001.ndjson"));
    const blocks = Math.ceil(size / 512) + 4; // of 512 bytes: room for a line or two
    const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const args = [process.execPath, program, ...at, "--lang", "zh", "daemon", "--port", "0"];
    const daemon = spawn("sh", ["-c", script, ...args, "--local"]);
    let said = "";
    daemon.stderr.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
    });
    await once(daemon.stdout, "data");
    const logged: number[] = [];
    for (let times = 0; times < 6; times++) {
      const { code } = await run([
        ...at,
        "log",
        "集中学习",
        `第${times}次`,
        "--note",
        "记".repeat(200),
      ]);
      logged.push(code ?? -1);
    }
    expect(logged.at(-1)).toBe(1);
    expect(said.match(/硬盘写不进去/g)).toHaveLength(1);
    daemon.kill("SIGTERM");
    await once(daemon, "close");
    const { out } = await run([...at, "list", "--json"]);
    expect(JSON.parse(out)).toHaveLength(logged.filter((code) => code === 0).length);
  },
);

test("a workstation says whose disk it is", () => {
  const problem = { code: "failed", error: new RequestFailed({ code: "storage-failed" }) } as const;
  expect(sayLinkProblem(wordingIn("en"), { problem })).toMatch(/^the office machine's disk/);
  const other = { code: "failed", error: new RequestFailed({ code: "internal" }) } as const;
  expect(sayLinkProblem(wordingIn("en"), { problem: other })).toMatch(/tried again by itself$/);
});
