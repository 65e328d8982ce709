/** Whether this workstation's member still wants to be shown the first steps: asked away once, for good. */
import { join } from "node:path";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";

export interface FirstSteps {
  readonly wanted: boolean;
  hide(): Promise<void>;
}

/** The file's being there is all that it says. */
export async function openFirstSteps(office: string, id: WorkstationId): Promise<FirstSteps> {
  const file = join(workstationFolder(office, id), "first-steps.json");
  return {
    wanted: (await readText(file)) === undefined,
    hide: () => writeAtomically(file, [`${JSON.stringify({ hidden: true })}\n`], { mode: 0o600 }),
  };
}
