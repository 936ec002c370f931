import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, isFree } from './free-port.js';

const listening: Server[] = [];

async function listenOn(port: number): Promise<void> {
  const server = createServer();
  listening.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

afterEach(async () => {
  for (const server of listening.splice(0)) {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});

/** The lowest port that the system itself gives away. */
function firstGiven(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/)[0]);
  } catch {
    return 49_152;
  }
}

describe('freePort', () => {
  it('gives ports that can be listened on, each another one', async () => {
    const ports = await Promise.all(Array.from({ length: 40 }, () => freePort()));
    expect(new Set(ports).size).toBe(40);
    for (const port of ports) await listenOn(port);
  });

  it('gives none that the system could give to somebody else meanwhile', async () => {
    for (let i = 0; i < 300; i++) expect(await freePort()).toBeLessThan(firstGiven());
  });

  it('passes over ports that are taken', async () => {
    const port = await freePort();
    await listenOn(port);
    expect(await isFree(port)).toBe(false);
    for (let i = 0; i < 300; i++) expect(await freePort()).not.toBe(port);
  });
});
