/**
 * A template file, opened with care: what unpacks to more than a template ever is, holds programs,
 * or is no Word document is told by its reason, and nothing of it is read further.
 */
import { strFromU8, unzipSync, zipSync } from "fflate";

export type TemplateFault = "not-word" | "too-large" | "has-macros";

const limits = { packed: 20_000_000, unpacked: 80_000_000, parts: 2_000 };

/** @returns the file again, packed as its own list of contents says, or what is wrong with it */
export function openTemplate(bytes: Uint8Array): { readonly bytes: Buffer } | TemplateFault {
  if (bytes.length > limits.packed) return "too-large";
  let [size, count] = [0, 0];
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > limits.unpacked || count > limits.parts) throw new RangeError("too large");
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    return error instanceof RangeError ? "too-large" : "not-word";
  }
  const types = parts["[Content_Types].xml"];
  const main = parts["word/document.xml"];
  if (!types || !main) return "not-word";
  const hasMacros = Object.keys(parts).some((path) => /vbaProject|vbaData/i.test(path));
  if (hasMacros || /macroEnabled/i.test(strFromU8(types))) return "has-macros";
  const texts = Object.entries(parts).filter(([path]) => /\.(xml|rels)$/i.test(path));
  if (texts.some(([, part]) => /<!(DOCTYPE|ENTITY)/i.test(strFromU8(part)))) return "not-word";
  return { bytes: Buffer.from(zipSync(parts, { level: 0 })) };
}
