import type { ArchivedBlock, EventIndex } from '@eslabon/chain';
import type { ArchiveStatus } from './keep-archive.js';

/** Which blocks are to be archived, and which cannot be any more. */
export interface ArchivePlan {
  /** Whether it has not begun, or the chain lost something since. */
  isStale(): boolean;
  /** Plans all blocks with changes that are not archived yet. */
  begin(archived: readonly ArchivedBlock[]): void;
  /** Takes in the blocks that were followed since. */
  extend(): void;
  /** Whether none of this UTC day's blocks is archived, and there is one that was not looked at. */
  wantsDay(day: number): boolean;
  /** Plans the newest block, if it is of that day. `timestamp` is the block's. */
  addDay(day: number, timestamp: number): void;
  /** The newest blocks that wait, ascending. */
  next(count: number): number[];
  done(block: number): void;
  /** Gives up a block and those before it. */
  lose(block: number): void;
  /** Plans what was lost once more. */
  retry(): void;
  waiting(): number;
  losses(): Pick<ArchiveStatus, 'lost' | 'isFailing'>;
}

/** What a plan has to know of the chain. */
type Followed = Pick<EventIndex, 'deployBlock' | 'head' | 'changesAfter' | 'generation'>;

export function createArchivePlan(index: Followed): ArchivePlan {
  let generation: number | undefined;
  /** Newest block whose changes are planned. */
  let seen = index.deployBlock - 1;
  let missing: number[] = [];
  let lost: number[] = [];
  /** What was before is not this agent's to keep. */
  let first: number | undefined;
  let startedAt: number | undefined;
  let day = -1;
  let lookedAt = -1;

  return {
    isStale: () => generation !== index.generation(),
    begin(archived) {
      generation = index.generation();
      const has = new Set(archived.map(({ number }) => number));
      first = archived[0]?.number ?? index.head();
      startedAt ??= index.head();
      seen = index.head();
      missing = index.changesAfter(index.deployBlock - 1).filter((block) => !has.has(block));
      lost = [];
      day = Math.floor((archived.at(-1)?.timestamp ?? 0) / 86_400);
    },
    extend() {
      const head = index.head();
      if (head === seen) return;
      missing.push(...index.changesAfter(seen));
      seen = head;
    },
    wantsDay: (today) => today > day && seen > lookedAt,
    addDay(today, timestamp) {
      lookedAt = seen;
      if (Math.floor(timestamp / 86_400) !== today) return;
      day = today;
      if (missing.at(-1) !== seen) missing.push(seen);
    },
    next: (count) => missing.slice(-count),
    done(block) {
      // Nearly always the newest, of what may be many.
      if (missing.at(-1) === block) missing.pop();
      else missing = missing.filter((other) => other !== block);
    },
    retry() {
      missing = [...lost, ...missing].sort((a, b) => a - b);
      lost = [];
    },
    lose(block) {
      const gone = missing.filter((other) => other <= block && other > (first ?? 0));
      lost = [...lost, ...gone].sort((a, b) => a - b);
      missing = missing.filter((other) => other > block);
    },
    waiting: () => missing.length,
    losses() {
      const [oldest, newest] = [lost[0], lost.at(-1)];
      if (oldest === undefined || newest === undefined) return { lost: undefined, isFailing: false };
      const range = { count: lost.length, first: oldest, last: newest };
      return { lost: range, isFailing: newest > (startedAt ?? 0) };
    },
  };
}
