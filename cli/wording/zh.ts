/** 中文：各处的话合在一起，一处一个文件。 */
import { catalogueOf } from "./catalogue.ts";
import { entries } from "./zh/entries.ts";
import { exporting } from "./zh/exporting.ts";
import { importing } from "./zh/importing.ts";
import { keys } from "./zh/keys.ts";
import { network } from "./zh/network.ts";
import { office } from "./zh/office.ts";
import { periods } from "./zh/periods.ts";
import { positions } from "./zh/positions.ts";
import { problems } from "./zh/problems.ts";
import { program } from "./zh/program.ts";
import { report } from "./zh/report.ts";
import { texts } from "./zh/texts.ts";
import { words } from "./zh/words.ts";

export const zh = catalogueOf(
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
