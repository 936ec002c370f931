import { type Task, useTask as useKitTask } from '@eslabon/ui';
import { TroubleError } from '../trouble/trouble-error.js';

/** One thing at a time that can fail, with the troubles of this app. */
export function useTask(): Task {
  return useKitTask(TroubleError.dataOf);
}
