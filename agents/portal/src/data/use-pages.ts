import type { Trouble } from '@eslabon/ui';
import { useCallback, useState } from 'react';
import { useTask } from '../app/use-task.js';
import { type Loaded, useLoaded } from './use-loaded.js';

/** What was fetched of a list until now. */
export interface Page<T> {
  items: readonly T[];
  next?: string | undefined;
}

export interface Pages<T> {
  list: Loaded<Page<T>>;
  /** Begins again with the first page. */
  reload(): Promise<void>;
  /** Fetches the next page, where there is one. */
  more(): Promise<void>;
  isFetchingMore: boolean;
  moreTrouble: Trouble | undefined;
}

/**
 * A list that comes page after page.
 * @param load has to be the same function as long as it is about the same list (`useCallback`)
 */
export function usePages<T>(load: (cursor?: string) => Promise<Page<T>>): Pages<T> {
  const task = useTask();
  const loadFirst = useCallback(() => load(), [load]);
  const [first, reload] = useLoaded(loadFirst);
  // Pages after the first belong to that very first one: when it is asked for again, they are gone.
  const [later, setLater] = useState<{ of: Page<T>; page: Page<T> }>();
  const { busy: isFetchingMore, trouble: moreTrouble } = task;
  if (first.state !== 'loaded') {
    return { list: first, reload, more: async () => {}, isFetchingMore, moreTrouble };
  }
  const { value } = first;
  const page = later?.of === value ? later.page : value;
  const more = () =>
    task.run(async () => {
      if (page.next === undefined) return;
      const added = await load(page.next);
      setLater({ of: value, page: { items: [...page.items, ...added.items], next: added.next } });
    });
  return { list: { ...first, value: page }, reload, more, isFetchingMore, moreTrouble };
}
