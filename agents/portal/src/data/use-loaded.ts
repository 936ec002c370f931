import type { Trouble } from '@eslabon/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { troubleOf } from './trouble-of.js';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; trouble: Trouble }
  | { state: 'loaded'; value: T /** What went wrong when it was asked for again. */; trouble?: Trouble };

/**
 * Something that is asked for when a part of the page begins.
 * @param load has to be the same function as long as it is about the same thing (`useCallback`)
 * @returns it, and what asks again: what is shown stays until the answer is there
 */
export function useLoaded<T>(load: () => Promise<T>): [Loaded<T>, reload: () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const value = await load();
      if (mine === turn.current) setLoaded({ state: 'loaded', value });
    } catch (error) {
      const trouble = troubleOf(error);
      if (mine !== turn.current) return;
      setLoaded((before) =>
        before.state === 'loaded' ? { ...before, trouble } : { state: 'failed', trouble },
      );
    }
  }, [load]);
  useEffect(() => {
    setLoaded({ state: 'loading' });
    void reload();
    return () => {
      // What comes after this is about something else.
      turn.current += 1;
    };
  }, [reload]);
  return [loaded, reload];
}
