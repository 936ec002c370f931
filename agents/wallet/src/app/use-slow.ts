import { useEffect, useState } from 'react';

const slowMs = 6000;

/** Whether something has been going on for so long that the person should be told why. */
export function useSlow(isBusy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isBusy]);
  return slow;
}
