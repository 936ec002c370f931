import type { EntityManager } from 'typeorm';
import type { Database } from './open-database.js';

type Work = (manager: EntityManager) => Promise<unknown>;

interface Job {
  work: Work;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/** Jobs of one transaction. */
const most = 64;

/**
 * Small writes that come at the same time in one transaction: a commit waits for the disk, and so many waits become one.
 * A job that fails takes its transaction back; the others of it are then done each for itself.
 */
export function createBatcher({ transaction }: Pick<Database, 'transaction'>) {
  let waiting: Job[] = [];
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      let jobs: Job[] = [];
      try {
        const results = await transaction(async (manager) => {
          // Only now: whatever came while the database was busy goes along.
          [jobs, waiting] = [waiting.slice(0, most), waiting.slice(most)];
          const done: unknown[] = [];
          for (const { work } of jobs) done.push(await work(manager));
          return done;
        });
        for (const [at, { resolve }] of jobs.entries()) resolve(results[at] as never);
      } catch (error) {
        // The transaction never began, when the agent is stopping.
        if (jobs.length === 0) [jobs, waiting] = [waiting, []];
        await Promise.all(jobs.map((job) => (jobs.length === 1 ? job.reject(error) : alone(job))));
      }
    }
    running = false;
  };

  const alone = ({ work, resolve, reject }: Job): Promise<void> =>
    transaction(work).then(resolve as never, reject);

  return <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Job['resolve'], reject });
      if (!running) void run();
    });
}
