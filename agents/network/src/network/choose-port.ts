import { freePort, isFree } from '@eslabon/testkit';

/** The preferred port when it is free, otherwise one that the system gives. */
export async function choosePort(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : 0;
}

/**
 * Ports for agents, which have to know theirs before they listen: it is part of the address that wallets keep.
 * @param first the preferred ports go up from here; 0 takes free ones
 */
export async function choosePorts(first: number, count: number): Promise<number[]> {
  const chosen: number[] = [];
  for (let position = 0; position < count; position++) {
    let port = first === 0 ? 0 : await choosePort(first + position);
    while (port === 0 || chosen.includes(port)) port = await freePort();
    chosen.push(port);
  }
  return chosen;
}
