import { useEffect, useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import type { HistoryPage, Trouble } from '../../session/contract.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import { earlierBy } from '../earlier/earlier.js';

interface ShownHistory {
  /** Absent until it was read. */
  page: HistoryPage | undefined;
  trouble: Trouble | undefined;
  more(): void;
}

/** As much of the history as is looked at, and no more: read again whenever something was done. */
export function useHistory(): ShownHistory {
  const session = useSession();
  const ready = useReady();
  const [most, setMost] = useState(earlierBy);
  const [page, setPage] = useState<HistoryPage>();
  const [trouble, setTrouble] = useState<Trouble>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state may have another history
  useEffect(() => {
    let isOver = false;
    const show = (read: HistoryPage | undefined, why: Trouble | undefined) => {
      if (isOver) return;
      if (read !== undefined) setPage(read);
      setTrouble(why);
    };
    session.history(most).then(
      (read) => show(read, undefined),
      (error) => show(undefined, TroubleError.dataOf(error)),
    );
    return () => {
      isOver = true;
    };
  }, [session, most, ready]);
  return { page, trouble, more: () => setMost((page?.entries.length ?? 0) + earlierBy) };
}
