import { expect, test } from "vitest";
import { type Life, startLink } from "../../cli/workstation/joined/link.ts";
import { Differs } from "../../cli/workstation/joined/meeting.ts";
import { Unreachable } from "../../shared/connection.ts";

/** A life that lasts until it is closed. */
function newLife(): Life {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  return {
    caughtUp: Promise.resolve(),
    ended,
    wake: () => undefined,
    close: async () => reject(new Unreachable("closed")),
  };
}
const linkOf = (begin: () => Promise<Life>) =>
  startLink({ begin, changed: () => undefined, random: () => 0 });

test("whoever waits for a connection waits until the copy was made anew", async () => {
  let attempts = 0;
  const link = linkOf(async () => {
    attempts++;
    if (attempts === 1) throw new Differs("the daemon began a new epoch");
    return newLife();
  });
  await link.tried();
  expect(link.state()).toEqual({ connected: true });
  await link.close();
});

test("a copy that differs again and again is a failure that is told", async () => {
  const link = linkOf(async () => {
    throw new Differs("another hash");
  });
  await link.tried();
  expect(link.state()).toMatchObject({ connected: false, problem: { code: "failed" } });
  await link.close();
});
