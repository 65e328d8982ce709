/**
 * The file calls that a promise of durability rests on, as a port: so that a test can hand in a
 * disk that forgets what was not synced.
 */
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, resolve } from "node:path";

export interface AppendFile {
  /** All of the bytes, after what is there; not on the disk before `sync`. */
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** Opens a file to write at its end; makes it where there is none, with the rights `mode`. */
  append(file: string, mode?: number): Promise<AppendFile>;
  read(file: string): Promise<Buffer>;
  /** Resolves once the folder, and what it lies in, is there to stay. */
  makeFolder(folder: string): Promise<void>;
  /** How many bytes a file has. */
  size(file: string): Promise<number>;
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Makes names that were given, changed or taken away in this folder last. */
  syncFolder(folder: string): Promise<void>;
}

/** Whether the system refused with one of these, `ENOENT` for instance. */
export const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && "code" in error && codes.includes(String(error.code));

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await handle.write(bytes, at)).bytesWritten;
}

/** Windows opens no folders; there the file system keeps its names in order by itself. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, "r");
  } catch (error) {
    if (isCode(error, "EISDIR", "EPERM", "EACCES")) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!isCode(error, "EINVAL", "EPERM", "ENOTSUP")) throw error;
  } finally {
    await handle.close();
  }
}

export const realDisk: Disk = {
  append: async (file, mode = 0o600) => {
    const handle = await open(file, "a", mode);
    return {
      write: (bytes) => writeAll(handle, bytes),
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
  read: async (file) => {
    const handle = await open(file, "r");
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  size: async (file) => (await stat(file)).size,
  makeFolder: async (folder) => {
    const made = await mkdir(folder, { recursive: true });
    if (made === undefined) return;
    const outermost = dirname(resolve(made));
    for (let inner = resolve(folder); inner !== outermost; inner = dirname(inner)) {
      await syncFolder(dirname(inner));
    }
  },
  list: async (folder) => {
    const found = await readdir(folder, { withFileTypes: true });
    return found.filter((one) => one.isFile()).map(({ name }) => name);
  },
  rename,
  remove: unlink,
  syncFolder,
};
