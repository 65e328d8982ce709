/** Makes a P-256 key and the certificate that carries it. */
import { generate } from "selfsigned";

const day = 24 * 3_600_000; // milliseconds

/** @returns both as PEM; valid from yesterday, since clocks differ */
export async function selfSigned(years: number): Promise<{ key: string; certificate: string }> {
  const now = Date.now();
  const made = await generate([{ name: "commonName", value: "taizhang" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + years * 365 * day),
  });
  return { key: `${made.private.trim()}\n`, certificate: `${made.cert.trim()}\n` };
}
