/**
 * A count of the journal by other means than the program's: the files are read line by line as
 * plain JSON, and every question is answered by looking at all records. It shares no code with
 * the fold or the tallies, so that one can be held against the other.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface PlainEntry {
  readonly id: string;
  kind: string;
  on: string;
  title: string;
  quantity: number;
  attendance?: number;
  units: string[];
  marks: string[];
  inspection?: { position: string };
  voided?: boolean;
}
export interface PlainPosition {
  readonly id: string;
  readonly category: string;
  readonly unit?: string;
  readonly opened: string;
  retired?: string | undefined;
}
export interface PlainProblem {
  readonly id: string;
  readonly on: string;
  readonly category?: string;
  readonly unit?: string;
  readonly steps: { readonly type: string; readonly on: string }[];
}
export interface PlainPublication {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly steps: { readonly type: string; readonly on: string; readonly mediaLevel?: string }[];
}
export interface PlainOffice {
  readonly entries: Map<string, PlainEntry>;
  readonly positions: Map<string, PlainPosition>;
  readonly problems: Map<string, PlainProblem>;
  readonly publications: Map<string, PlainPublication>;
  readonly units: { readonly id: string; readonly type: string }[];
}

// biome-ignore lint/suspicious/noExplicitAny: the journal as anybody's program would read it.
type Any = any;

export async function readJournal(office: string): Promise<PlainOffice> {
  const found: PlainOffice = {
    entries: new Map(),
    positions: new Map(),
    problems: new Map(),
    publications: new Map(),
    units: [],
  };
  const folder = join(office, "journal");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ndjson")).sort();
  for (const name of names) {
    const lines = (await readFile(join(folder, name), "utf8")).trimEnd().split("\n").slice(1);
    for (const line of lines) take(found, JSON.parse(line).operation);
  }
  return found;
}

/** The sample's members never write at cross purposes, so the last word on a field counts. */
function take(found: PlainOffice, operation: Any): void {
  switch (operation?.type) {
    case "profile-adopted":
      found.units.splice(0, found.units.length, ...operation.profile.units);
      return;
    case "entry-logged":
      found.entries.set(operation.entry.id, { ...operation.entry });
      return;
    case "entry-amended": {
      const entry = found.entries.get(operation.entry) as PlainEntry;
      Object.assign(entry, operation.changes);
      for (const set of ["units", "marks"] as const) {
        const { add = [], remove = [] } = operation[set] ?? {};
        entry[set] = [...entry[set].filter((one) => !remove.includes(one)), ...add];
      }
      return;
    }
    case "record-voided": {
      const entry = found.entries.get(operation.record.id);
      if (entry) entry.voided = true;
      return;
    }
    case "position-opened":
      found.positions.set(operation.position.id, { ...operation.position });
      return;
    case "position-retired":
      (found.positions.get(operation.position) as PlainPosition).retired = operation.on;
      return;
    case "problem-raised":
      found.problems.set(operation.problem.id, { ...operation.problem, steps: [] });
      return;
    case "publication-drafted":
      found.publications.set(operation.publication.id, { ...operation.publication, steps: [] });
      return;
    default:
      if (operation?.type?.startsWith("problem-")) {
        found.problems.get(operation.problem)?.steps.push(operation);
      }
      if (operation?.type?.startsWith("publication-")) {
        found.publications.get(operation.publication)?.steps.push(operation);
      }
  }
}
