/**
 * A daemon that says it is another version: everything goes through to the real one, and of what
 * comes back some words are others. It has the daemon's own key, or nobody would talk with it.
 */
import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import type { Way } from "../../cli/workstation/way.ts";
import { openCertificate } from "../../daemon/certificate.ts";

export interface Otherwise {
  readonly way: Way;
  close(): Promise<void>;
}

/** @param say what it says instead, given the path that was asked */
export async function saidOtherwise(
  office: string,
  { port, key: keyHash }: Way,
  say: (text: string, path: string) => string,
): Promise<Otherwise> {
  const { key, certificate } = await openCertificate(office);
  const server = createServer({ key, cert: certificate }, (asked, answered) => {
    const { url = "", method, headers } = asked;
    const passed = { host: "127.0.0.1", port, path: url, method, headers };
    const onward = request({ ...passed, rejectUnauthorized: false }, (answer) => {
      const { "content-length": _, ...rest } = answer.headers; // other words have another length
      answered.writeHead(answer.statusCode ?? 502, rest);
      answered.flushHeaders();
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => answered.write(say(text, url)));
      answer.on("end", () => answered.end());
      answer.on("error", () => answered.destroy());
    });
    onward.on("error", () => answered.destroy());
    answered.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const way = { host: "127.0.0.1", port: (server.address() as AddressInfo).port, key: keyHash };
  return {
    way,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
