import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { isRunning } from '../network/end-orphan.js';

/**
 * Makes sure that one process at a time runs a network in a folder. A lock whose process is gone is taken over.
 * @returns a function that gives the lock back
 * @throws EslabonError CONFLICT when the network runs already.
 */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (attempt > 0 || (holder !== process.pid && isRunning(holder))) {
      throw new EslabonError('CONFLICT', `This network runs already, as process ${holder}.`, {
        hints: ['Stop it with Ctrl-C in its window, or use another folder: npm start -- --dir other'],
      });
    }
    rmSync(file, { force: true });
  }
}
