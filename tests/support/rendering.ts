/** Whether this machine can draw a document's pages and read them back. */
import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const runProgram = promisify(execFile);

const isInstalled = async (name: string): Promise<boolean> => {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  const found = await Promise.all(
    places.map((place) =>
      access(place).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
};

const missing: string[] = [];
for (const name of ["soffice", "pdftotext"]) if (!(await isInstalled(name))) missing.push(name);

/** Said in the name of a test that is skipped: why; undefined where it can run. */
export const cannotRender: string | undefined =
  missing.length > 0 ? `${missing.join(" and ")} not installed here` : undefined;

/** The lines of each page, as they stand on it. */
export async function readPages(pdf: string): Promise<string[][]> {
  const { stdout } = await runProgram("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 1e9 });
  return stdout
    .split("\f")
    .slice(0, -1)
    .map((page) => page.split("\n").filter((line) => line.trim() !== ""));
}

export interface PlacedWord {
  readonly text: string;
  readonly left: number; // points from the page's left and top edges
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every word of each page with its place. */
export async function readPlaces(pdf: string): Promise<PlacedWord[][]> {
  const { stdout } = await runProgram("pdftotext", ["-bbox", pdf, "-"], { maxBuffer: 1e9 });
  return stdout
    .split("<page ")
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text = ""]) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
}
