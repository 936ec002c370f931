import { type Task, useTask as useKitTask } from '@eslabon/ui';
import { troubleOf } from '../data/trouble-of.js';

/** One thing at a time that can fail, with the troubles of this app. */
export function useTask(): Task {
  return useKitTask(troubleOf);
}
