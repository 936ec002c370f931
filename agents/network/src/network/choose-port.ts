import { createServer } from 'node:net';

/** The preferred port when it is free, otherwise one that the system gives. */
export async function choosePort(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
