import { useRef, useState } from 'react';
import type { Trouble } from './trouble.js';

export interface Task {
  busy: boolean;
  trouble: Trouble | undefined;
  /** Runs something that takes a while; a second one is not begun before the first is done. */
  run(work: () => Promise<void>): Promise<void>;
  fail(trouble: Trouble): void;
  clear(): void;
}

/**
 * One thing at a time that can fail, with what to show meanwhile and afterwards.
 * @param troubleOf whatever was thrown, as the app tells it
 */
export function useTask(troubleOf: (error: unknown) => Trouble): Task {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    busy,
    trouble,
    async run(work) {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setTrouble(undefined);
      try {
        await work();
      } catch (error) {
        setTrouble(troubleOf(error));
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    fail: setTrouble,
    clear: () => setTrouble(undefined),
  };
}
