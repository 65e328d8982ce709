/** A text as a picture for a telephone's camera, in blocks that any terminal has. */
export async function qrLines(text: string): Promise<string[]> {
  const { renderUnicodeCompact } = await import("uqr");
  return renderUnicodeCompact(text).split("\n");
}
