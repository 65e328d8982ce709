/**
 * Files packed as they are made: only what is just being packed is in memory. The times within
 * are fixed, so the same files make the same bytes.
 */
import { Zip, ZipDeflate } from "fflate";

export interface PackedFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** The first moment that a zip can tell, by the clock on the wall: no time zone shifts it. */
const noTime = new Date(1980, 0, 1);
const nothing = new Uint8Array(0);

export function* zipped(files: Iterable<PackedFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = noTime;
    zip.add(file);
    for (const piece of pieces) {
      file.push(Buffer.from(piece));
      yield* ready.splice(0);
    }
    file.push(nothing, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
