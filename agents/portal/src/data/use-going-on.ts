import { type RefObject, useEffect, useRef } from 'react';

interface GoingOn {
  list: RefObject<HTMLUListElement | null>;
  /** To be called before more entries are fetched. */
  mark(): void;
}

/**
 * Leads from the button that fetched more of a list, which may be gone then, to the first link among what it fetched.
 * @param length how many entries are shown
 */
export function useGoingOn(length: number): GoingOn {
  const list = useRef<HTMLUListElement>(null);
  const goOnAt = useRef<number>(undefined);
  useEffect(() => {
    if (goOnAt.current === undefined || goOnAt.current >= length) return;
    list.current?.children[goOnAt.current]?.querySelector('a')?.focus();
    goOnAt.current = undefined;
  }, [length]);
  return {
    list,
    mark: () => {
      goOnAt.current = length;
    },
  };
}
