import { useEffect, useState } from 'react';

/**
 * The time in Unix seconds, renewed while the page is open, and at once when it is looked at again.
 * @param everyMs milliseconds between renewals
 */
export function useNow(everyMs = 20_000): number {
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    const renew = () => setNow(seconds());
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [everyMs]);
  return now;
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
