import { setTimeout } from 'node:timers/promises';

/** Asks again and again until the answer fits; the last answer stands in the error when it never does. */
export async function waitFor<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  limitMs = 40_000,
): Promise<T> {
  for (const deadline = Date.now() + limitMs; ; ) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain; the last answer: ${JSON.stringify(answer)}`);
    await setTimeout(25);
  }
}
