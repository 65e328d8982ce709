/** An office of a long year, for what is measured on its files: the sample's profile, entries of all kinds. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beginOffice } from "../../cli/workstation/beginning.ts";
import { grantOf, keepIdentity } from "../../cli/workstation/identity.ts";
import { createOffice } from "../../daemon/main.ts";
import { openOffice } from "../../daemon/office.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { testEpoch, testOptions, writerOf } from "../support/office.ts";

const inOneGo = 500;
const root = join(import.meta.dirname, "..", "..");
const profileFile = join(root, "shared/profile/built-in/township.yaml");
const kinds = ["volunteer-activity", "study", "lecture", "training", "customs-survey"];
const marks = ["team-party", "team-women", "team-youth", "team-lecture"];

/** The folder of an office whose year 2022 has so many entries. */
export async function officeOfEntries(folder: string, count: number): Promise<string> {
  const office = join(folder, `office-${count}`);
  const text = await readFile(profileFile, "utf8");
  const read = readProfile(text);
  if (!read.ok) throw new Error("the profile does not read");
  const { profile } = read;
  const { identity, operations } = beginOffice(
    { name: "管理员", duties: [] },
    { text, profile },
    testEpoch,
    new Date(0),
  );
  await createOffice(
    office,
    {
      operations,
      grant: grantOf(identity),
      profileText: text,
      prepared: () => keepIdentity(office, identity),
    },
    testOptions,
  );
  const opened = await openOffice(office, testOptions);
  const writer = writerOf(opened, identity);
  for (let at = 0; at < count; at += inOneGo) {
    const logged = Array.from({ length: Math.min(inOneGo, count - at) }, (_, n) =>
      writer.write((_id, id) => {
        const number = at + n;
        const kind = kinds[number % kinds.length];
        return {
          type: "entry-logged",
          entry: {
            id,
            kind,
            on: addDays("2022-01-01" as LocalDate, (number * 7) % 365),
            title: `第${number}次活动，到村入户宣传`,
            quantity: kind === "volunteer-activity" ? 1 + (number % 3) : 1,
            ...(kind === "customs-survey" ? {} : { attendance: 10 + (number % 40) }),
            units: number % 4 === 0 ? [] : [profile.units[5 + (number % 23)]?.id],
            marks: kind === "volunteer-activity" ? [marks[number % marks.length]] : [],
            place: "村文化广场",
            note: number % 10 === 0 ? "同类活动，合并登记" : undefined,
          },
        };
      }),
    );
    await opened.intake.accept(identity.id, logged);
  }
  await opened.close();
  return office;
}
