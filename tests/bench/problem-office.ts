/** An office of open problems, for what is measured on long lists. */
import { join } from "node:path";
import { beginOffice } from "../../cli/workstation/beginning.ts";
import { grantOf, keepIdentity } from "../../cli/workstation/identity.ts";
import { createOffice } from "../../daemon/main.ts";
import { openOffice } from "../../daemon/office.ts";
import { testEpoch, testOptions, writerOf } from "../support/office.ts";
import { smallProfile } from "../support/profile.ts";

const inOneGo = 500;

export async function officeOfProblems(folder: string, count: number): Promise<string> {
  const office = join(folder, `office-${count}`);
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
  for (let at = 0; at < count / inOneGo; at++) {
    const raised = Array.from({ length: inOneGo }, (_, n) =>
      writer.write((_id, id) => ({
        type: "problem-raised",
        problem: {
          id,
          title: `第 ${at * inOneGo + n} 处破损`,
          on: "2022-03-01",
          level: "ordinary",
        },
      })),
    );
    await opened.intake.accept(identity.id, raised);
  }
  await opened.close();
  return office;
}
