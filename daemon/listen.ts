/**
 * The listening socket: TLS 1.3 for the office's network, plain HTTP on loopback for this machine
 * alone. Limits stand here that no request gets past: who says nothing, says it too slowly or opens
 * too many connections is let go.
 */
import { createServer as createPlainServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { getRequestListener } from "@hono/node-server";
import type { Certificate } from "./certificate.ts";

/** Another program listens there. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

const limits = {
  headersTimeout: 10_000, // milliseconds until the headers are there
  requestTimeout: 60_000, // and the whole request
  keepAliveTimeout: 30_000, // of an idle connection
  maxHeaderSize: 8 * 1024,
};
const handshakeTimeout = 10_000;
const connectionsFromOneAddress = 64; // a workstation needs two or three

export interface Listening {
  readonly server: Server;
  readonly port: number;
}

/**
 * @param certificate with one the whole network is served, without only this machine
 * @param port 0 for any that is free
 * @throws PortTaken
 */
export function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  port: number,
  certificate: Certificate | undefined,
): Promise<Listening> {
  const handle = getRequestListener(fetch as Parameters<typeof getRequestListener>[0]);
  const server = certificate
    ? createTlsServer(
        {
          ...limits,
          handshakeTimeout,
          key: certificate.key,
          cert: certificate.certificate,
          minVersion: "TLSv1.3",
        },
        handle,
      )
    : createPlainServer(limits, handle);
  server.on("tlsClientError", (_, socket: Socket) => socket.destroy());
  limitConnections(server);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port) : error),
    );
    const host = certificate ? undefined : "127.0.0.1";
    server.listen(port, host, () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}

/** This machine itself asks. */
export const isLoopback = (address: string): boolean =>
  address === "::1" || /^(::ffff:)?127\./.test(address);

function limitConnections(server: Server): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isLoopback(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > connectionsFromOneAddress) socket.destroy();
  });
}

/** This machine's addresses on its networks, those of private networks first. */
export function lanAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  const found = all
    .filter(({ internal, family, address }) => {
      return !internal && family === "IPv4" && !address.startsWith("169.254.");
    })
    .map(({ address }) => address);
  const isPrivate = (address: string) =>
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
  return found.sort((a, b) => Number(isPrivate(b)) - Number(isPrivate(a)));
}

/** Requests that are being answered are answered; streams, which never end, are ended. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 200).unref();
  });
}
