import type { ReactNode } from 'react';

interface LiveRegionProps {
  /** Interrupts what is being read; for what cannot wait. */
  urgent?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A place whose changes are read out. It has to be on the page, empty, before it has something to say. */
export function LiveRegion({ urgent = false, className, children }: LiveRegionProps) {
  return (
    <div className={className} role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {children}
    </div>
  );
}
