import { useEffect, useState } from 'react';

const everyMs = 20_000;

/** The time in Unix seconds, renewed while the page is open, and at once when it is looked at again. */
export function useNow(): number {
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    const renew = () => setNow(seconds());
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return now;
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
