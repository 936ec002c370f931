import { useEffect, useRef } from 'react';

/** Heading of a page. Takes the focus when the page is entered, so that a screen reader begins there. */
export function PageHeading({ children }: { children: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
