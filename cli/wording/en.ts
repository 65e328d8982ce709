/** English: the sentences of every area together, an area a file. */
import { catalogueOf } from "./catalogue.ts";
import { entries } from "./en/entries.ts";
import { exporting } from "./en/exporting.ts";
import { importing } from "./en/importing.ts";
import { keys } from "./en/keys.ts";
import { network } from "./en/network.ts";
import { office } from "./en/office.ts";
import { periods } from "./en/periods.ts";
import { positions } from "./en/positions.ts";
import { problems } from "./en/problems.ts";
import { program } from "./en/program.ts";
import { report } from "./en/report.ts";
import { texts } from "./en/texts.ts";
import { words } from "./en/words.ts";
import type { English } from "./english.ts";
import type { zh } from "./zh.ts";

export const en: English<typeof zh> = catalogueOf(
  program,
  office,
  network,
  entries,
  importing,
  positions,
  problems,
  texts,
  periods,
  report,
  exporting,
  keys,
  words,
);
