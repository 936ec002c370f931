import { type RefObject, useEffect, useRef } from 'react';

/**
 * A heading that takes the focus after something was done, where the button that did it is gone.
 * @param times how often it was done
 */
export function useFocusAfter(times: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (times > 0) heading.current?.focus();
  }, [times]);
  return heading;
}
