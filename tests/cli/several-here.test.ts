import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseIdentity } from "../../cli/workstation/connect.ts";
import { invitationText } from "../../shared/invitation.ts";
import { type Lan, openLan } from "../support/lan.ts";
import { run } from "../support/program.ts";

let lan: Lan;

beforeEach(async () => {
  lan = await openLan();
});
afterEach(() => lan.close());

const others = ["李敏", "吴林", "陈刚", "赵静", "孙波", "钱宁", "周洁"];

describe("a machine that several people joined on", () => {
  test("goes on writing as who was here first", async () => {
    const { folder, identity } = await lan.join(await lan.invite("王芳"));
    for (const name of others) {
      await lan.join(await lan.invite(name), folder);
      expect(await chooseIdentity(folder, undefined)).toMatchObject({ id: identity.id });
    }
    expect((await chooseIdentity(folder, "赵静")).name).toBe("赵静");
  });

  test("writes from the newest of a member's workstations", async () => {
    const { folder } = await lan.join(await lan.invite("王芳"));
    for (const name of others) await lan.join(await lan.invite(name), folder);
    const older = await chooseIdentity(folder, "吴林");
    for (let time = 0; time < 4; time++) {
      const { identity } = await lan.join(await lan.invite("吴林"), folder);
      expect((await chooseIdentity(folder, "吴林")).id).toBe(identity.id);
      expect((await chooseIdentity(folder, undefined)).name).toBe("王芳");
    }
    expect((await chooseIdentity(folder, older.id)).id).toBe(older.id);
  });

  test("says so to whoever joins, whatever member is named for other folders", async () => {
    const { folder } = await lan.join(await lan.invite("王芳"));
    const join = async (name: string) =>
      run(["--office", folder, "join", invitationText(await lan.invite(name)), "--lang", "en"], {
        TAIZHANG_MEMBER: "nobody here",
      });
    const other = await join("李敏");
    expect([other.code, other.out]).toEqual([0, expect.stringContaining('--as "李敏"')]);
    const again = await join("王芳");
    expect([again.code, again.out]).toEqual([0, expect.not.stringContaining("--as")]);
  });
});
