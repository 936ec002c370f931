import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections and to whoever listens on port 0 (from 32768 on Linux, from
 * 49152 elsewhere): of those, one that is free now may be taken before somebody listens on it.
 */
const firstPort = 10_240;
const portsOfProcess = 256;
const processes = 84;

const first = firstPort + (process.pid % processes) * portsOfProcess;
let next = Math.floor(Math.random() * portsOfProcess);

/**
 * A TCP port of 127.0.0.1 that nobody listens on, for who has to know the port before it listens or has to come back to
 * it. Processes that run side by side take theirs from different ranges, and one process takes none twice until it has
 * been through its range.
 * @throws Error when no port of the range is free
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < portsOfProcess; tried++) {
    const port = first + next;
    next = (next + 1) % portsOfProcess;
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${first} to ${first + portsOfProcess - 1} of 127.0.0.1 is free.`);
}

/** Whether one could listen on a port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
