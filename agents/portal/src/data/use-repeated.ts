import { useEffect, useRef } from 'react';

/**
 * Does something again and again while it is wanted and the page is looked at; the next time begins after the last one
 * has ended.
 * @param everyMs milliseconds between; undefined while it is not wanted
 */
export function useRepeated(work: () => Promise<void>, everyMs: number | undefined): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (everyMs === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const next = () => {
      timer = setTimeout(async () => {
        if (!document.hidden) await latest.current();
        if (!isOver) next();
      }, everyMs);
    };
    next();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [everyMs]);
}
