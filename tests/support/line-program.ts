/**
 * Carries the packets of a long and lossy line between two ports: each waits, and the dice let some
 * fall. What arrives are VXLAN datagrams, so that a whole packet is late or lost, as on a real line.
 *
 * A network card would still have written the packets' checksums; here none does, so they are
 * written where a card would.
 */
import { createSocket } from "node:dgram";
import { rollDice } from "../../cli/sample/dice.ts";

const [peer = "", delay = "0", loss = "0", ...ports] = process.argv.slice(2);
const [near = 0, far = 0] = ports.map(Number);
const dice = rollDice(20220630); // the same falls each time, though not on the same packets
const isLost = () => dice.between(1, 1_000) <= Number(loss) * 1_000;

const vxlanHeader = 8;
const ethernetHeader = 14;

/** The ones' complement sum of RFC 1071, over 16-bit words. */
function sumOf(bytes: Buffer, start: number, end: number, first: number): number {
  let sum = first;
  for (let at = start; at < end; at += 2) {
    sum += at + 1 < end ? bytes.readUInt16BE(at) : bytes.readUInt8(at) << 8;
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum;
}

/** TCP and UDP over IPv4; anything else carries no such checksum, or its own. */
function writeChecksum(datagram: Buffer): void {
  const packet = datagram.subarray(vxlanHeader + ethernetHeader);
  const isIp = datagram.length > 42 && datagram.readUInt16BE(vxlanHeader + 12) === 0x0800;
  if (!isIp || (packet.readUInt16BE(6) & 0x3fff) !== 0) return; // a fragment has none of its own
  const start = (packet.readUInt8(0) & 0x0f) * 4;
  const end = packet.readUInt16BE(2);
  const protocol = packet.readUInt8(9);
  const place = { 6: start + 16, 17: start + 6 }[protocol];
  if (place === undefined) return;
  packet.writeUInt16BE(0, place);
  const addresses = sumOf(packet, 12, 20, protocol + end - start);
  const sum = ~sumOf(packet, start, end, addresses) & 0xffff;
  packet.writeUInt16BE(sum === 0 ? 0xffff : sum, place);
}

const [one, other] = await Promise.all(
  [near, far].map(async (port) => {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(port, resolve));
    return { socket, port };
  }),
);
if (!one || !other) throw new Error("a line has two ends");
for (const [from, to] of [
  [one, other],
  [other, one],
] as const) {
  from.socket.on("message", (datagram) => {
    if (isLost()) return;
    writeChecksum(datagram);
    setTimeout(() => to.socket.send(datagram, to.port, peer), Number(delay));
  });
}
process.stdout.write("ready\n");
