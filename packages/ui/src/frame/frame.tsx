import type { ReactNode } from 'react';
import { Mark } from '../icons/mark.js';

interface FrameProps {
  /** What the app is for, beside the name of the system. */
  name: string;
  /** What the button says that leads past header and navigation. */
  skip: string;
  /** Beside the name of the app: what is true on every page. */
  aside?: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
}

/** What is around every page of an app. */
export function Frame({ name, skip, aside, nav, children }: FrameProps) {
  return (
    <>
      {/* A link would change the part after #, which is the page. */}
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {skip}
      </button>
      <header className="top">
        <div className="top-row">
          <p className="brand">
            <Mark />
            <span>
              <strong>Eslabón</strong> <span className="brand-sub">{name}</span>
            </span>
          </p>
          {aside}
        </div>
        {nav}
      </header>
      <main id="content" tabIndex={-1} className="page">
        {children}
      </main>
    </>
  );
}
