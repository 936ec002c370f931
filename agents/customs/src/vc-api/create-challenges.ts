import { randomBytes } from 'node:crypto';
import type { Clock } from '../platform/clock.js';

/** Challenges that this agent issues: each is for one presentation. */
export interface Challenges {
  create(): string;
  /**
   * Takes a challenge that a presentation is to be verified against. The first to name one of ours uses it up, whatever
   * becomes of the presentation; challenges of callers' own making are theirs to use once.
   * @returns false when it is one of ours that was used before, or is too old
   */
  take(challenge: string): boolean;
}

const lifetimeMs = 10 * 60_000;
const maxOpen = 100_000;
const prefix = 'eslabon-';

/** Challenges live in memory: a restart voids them, which refuses and never accepts. */
export function createChallenges(clock: Clock): Challenges {
  const open = new Map<string, number>();
  return {
    create() {
      const challenge = `${prefix}${randomBytes(32).toString('base64url')}`;
      open.set(challenge, clock().getTime() + lifetimeMs);
      for (const oldest of open.keys()) {
        if (open.size <= maxOpen) break;
        open.delete(oldest);
      }
      return challenge;
    },
    take(challenge) {
      const until = open.get(challenge);
      open.delete(challenge);
      // What looks like ours and is not open was used, has expired, or never was.
      return until === undefined ? !challenge.startsWith(prefix) : until > clock().getTime();
    },
  };
}
