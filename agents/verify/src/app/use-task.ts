import { useState } from 'react';
import type { Trouble } from '../engine/contract.js';
import { TroubleError } from '../engine/trouble-error.js';

export interface Task {
  busy: boolean;
  trouble: Trouble | undefined;
  /** Runs something that takes a while; a second one is not begun before the first is done. */
  run(work: () => Promise<void>): Promise<void>;
  clear(): void;
}

/** One thing at a time that can fail, with what to show meanwhile and afterwards. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    busy,
    trouble,
    async run(work) {
      if (busy) return;
      setBusy(true);
      setTrouble(undefined);
      try {
        await work();
      } catch (error) {
        setTrouble(TroubleError.dataOf(error));
      } finally {
        setBusy(false);
      }
    },
    clear: () => setTrouble(undefined),
  };
}
