import { useEffect, useRef } from 'react';

/** Heading of a step within a page. Takes the focus when the step begins, so that a screen reader goes on there. */
export function StepHeading({ children }: { children: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h2 ref={ref} tabIndex={-1}>
      {children}
    </h2>
  );
}
