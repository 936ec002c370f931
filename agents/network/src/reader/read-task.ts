import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderTask } from './ask-reader.js';

/** What {@link askReader} wants done. The trust anchor is still to be parsed. */
export function readTask(): ReaderTask {
  const [folder = ''] = process.argv.slice(2);
  const task = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8')) as Omit<ReaderTask, 'file'>;
  return { ...task, file: new Uint8Array(readFileSync(join(folder, 'bundle'))) };
}
